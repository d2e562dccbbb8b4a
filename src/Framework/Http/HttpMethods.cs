namespace Framework.Http;

/// <summary>The methods that HTTP defines.</summary>
internal static class HttpMethods
{
    public const string Get = "GET";
    public const string Head = "HEAD";
    public const string Put = "PUT";
    public const string Options = "OPTIONS";

    public static IReadOnlyList<string> Known { get; } = [Get, "POST", Put, "PATCH", "DELETE", Head, Options];
}
