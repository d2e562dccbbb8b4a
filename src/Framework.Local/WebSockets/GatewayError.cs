using System.Text;
using Framework.Local.Gateway;

namespace Framework.Local.WebSockets;

/// <summary>The responses of a WebSocket API's own.</summary>
/// <remarks>Clients have published them: <see href="https://github.com/aws-samples/simple-websockets-chat-app/issues/24"/>,
/// <see href="https://github.com/Kludex/mangum/issues/128"/>.</remarks>
internal static class GatewayError
{
    /// <summary>The message of a 401.</summary>
    public const string Unauthorized = "Unauthorized";

    /// <summary>The caller may not connect, or no route takes a message.</summary>
    public const string Forbidden = "Forbidden";

    /// <summary>The function failed, or its response is not valid.</summary>
    public const string Failed = "Internal server error";

    /// <summary>The function took longer than the API waits.</summary>
    public const string TimedOut = "Endpoint request timed out";

    /// <summary>A response with a message.</summary>
    public static GatewayResponse Of(int statusCode, string message, string connectionId, string requestId) =>
        GatewayResponse.Message(statusCode, message) with
        {
            Body = Encoding.UTF8.GetBytes($$"""{"message":"{{message}}", "connectionId":"{{connectionId}}", "requestId":"{{requestId}}"}"""),
        };
}
