using System.Text.Json;
using System.Text.Json.Nodes;
using Framework.Http;

namespace Framework.Tests.Conformance;

/// <summary>A response as a service makes it, one file of <c>tests/fixtures/responses</c>.</summary>
internal static class LogicalResponse
{
    /// <summary>The response that a service makes.</summary>
    public static Response Read(JsonObject file)
    {
        using var document = JsonDocument.Parse(file.ToJsonString());
        var response = new Response(file["status"]!.GetValue<int>())
        {
            Body = ExpectedRequest.Bytes(document.RootElement),
            IsText = !file.ContainsKey("bodyBase64"),
        };
        foreach (var (header, value) in file["headers"]?.AsObject() ?? [])
            response.Headers[header] = value!.GetValue<string>();
        foreach (var cookie in file["cookies"]?.AsArray() ?? [])
            response.Cookies.Add(cookie!.GetValue<string>());
        return response;
    }
}
