namespace Framework.Authorizers;

/// <summary>The class is a Lambda authorizer of API Gateway: its function says who may call the APIs that ask it.</summary>
/// <remarks>It serves REST APIs (<c>TOKEN</c> and <c>REQUEST</c>), HTTP APIs (payload format 2.0 and 1.0) and the <c>$connect</c> of
/// WebSocket APIs, each in its own form. See
/// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html">API Gateway's
/// documentation of REST APIs</see> and
/// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">of HTTP APIs</see>.</remarks>
/// <param name="headers">The headers that prove who calls, which are the identity sources of the gateway: a request that lacks one
/// gets a 401 without a call, and results are cached by their values. <c>Authorization</c> where none is named. A WebSocket API asks for each
/// connection, also without them: a browser sets no headers of a WebSocket.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AuthorizerAttribute(params string[] headers) : Attribute
{
    /// <summary>The headers that prove who calls.</summary>
    public IReadOnlyList<string> Headers { get; } = headers;

    /// <summary>Whether HTTP APIs of payload format 2.0 get an IAM policy, as the other APIs do, and not the simple response. The
    /// gateway's <c>EnableSimpleResponses</c> must say the opposite.</summary>
    public bool UsesPolicies { get; init; }

    /// <summary>How long the gateway keeps a result for requests with the same headers: 0 to 3,600 seconds; 300 by default. A WebSocket
    /// API keeps none.</summary>
    public int CacheSeconds { get; init; } = 300;
}
