using Framework.Authorizers;

namespace Framework.Tests.Service;

/// <summary>What an authorizer of the tests returns, and what it was asked.</summary>
public sealed class AuthorizerScript(Func<AuthorizerRequest, AuthorizerResult> answer)
{
    public AuthorizerRequest? Asked { get; private set; }

    public AuthorizerResult Answer(AuthorizerRequest request)
    {
        Asked = request;
        return answer(request);
    }
}
