namespace Framework.AuthorizerPipeline;

/// <summary>The form of a question to a Lambda authorizer, which its response must have too.</summary>
internal enum AuthorizerForm
{
    /// <summary>A REST API: a token alone, or the request.</summary>
    RestApi,

    /// <summary>An HTTP API, payload format 1.0.</summary>
    HttpApiV1,

    /// <summary>An HTTP API, payload format 2.0.</summary>
    HttpApi,

    /// <summary>The <c>$connect</c> of a WebSocket API.</summary>
    WebSocket,
}
