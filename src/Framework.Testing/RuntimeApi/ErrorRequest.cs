using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Framework.Testing.RuntimeApi;

/// <summary>The request with which a runtime reports a failure.</summary>
internal static partial class ErrorRequest
{
    public const string TypeHeader = "Lambda-Runtime-Function-Error-Type";

    public static async Task<RuntimeApiError> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return new(KnownType(request.Headers[TypeHeader].ToString()), body.ToArray());
    }

    /// <summary>What Lambda reports for a type that does not have its form, <c>Category.Reason</c>.</summary>
    public static string KnownType(string type) =>
        Form().IsMatch(type) ? type
        : type.StartsWith("Function.", StringComparison.Ordinal) ? "Function.Unknown"
        : "Runtime.Unknown";

    [GeneratedRegex(@"(Runtime|Function)\.[A-Z][a-zA-Z]+")]
    private static partial Regex Form();
}
