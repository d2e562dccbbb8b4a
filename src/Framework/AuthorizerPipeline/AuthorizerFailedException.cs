namespace Framework.AuthorizerPipeline;

/// <summary>The authorizer failed, and the failure is logged: the client gets a 500. The author's own exception does not leave the
/// function, because one whose message is <c>Unauthorized</c> would be a 401.</summary>
internal sealed class AuthorizerFailedException() : Exception("The authorizer failed. The failure is logged.");
