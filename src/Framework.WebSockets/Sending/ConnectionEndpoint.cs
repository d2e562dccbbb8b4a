using Framework.Runtime;

namespace Framework.WebSockets.Sending;

/// <summary>The address of a WebSocket API's stage, below which its connections are.</summary>
internal static class ConnectionEndpoint
{
    public const string Variable = "FRAMEWORK_CONNECTIONS_ENDPOINT";

    private const string Right = "write https://API.execute-api.REGION.amazonaws.com/STAGE, or https://DOMAIN/BASEPATH for a custom domain";

    /// <summary>Finds it: the variable, else what the author says.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it cannot be one.</exception>
    public static Uri Find(LambdaEnvironment environment, Uri? authors)
    {
        if (environment[Variable] is not { } text)
            return authors is null
                ? throw new InvalidOperationException(
                    $"The endpoint of IConnections is not known: set {Variable}, or pass it to AddWebSocketConnections; {Right}.")
                : Checked(authors, "The endpoint that AddWebSocketConnections gets");
        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? Checked(address, Variable)
            : throw Wrong(text, Variable);
    }

    private static Uri Checked(Uri address, string name) =>
        address is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw Wrong(address.OriginalString, name);

    private static InvalidOperationException Wrong(string text, string name) =>
        new($"{name} is '{text}', which is no endpoint of connections: {Right}.");
}
