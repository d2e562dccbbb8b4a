using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>What all endpoints of a diary have in common.</summary>
[RoutePrefix("/diaries/{owner}")]
[RequireGroup("writers")]
[Authorize<Diary.IsOwner>]
public abstract class Diary
{
    /// <summary>Allows the owner, who stands in the path.</summary>
    public sealed class IsOwner : IAuthorizationPolicy
    {
        public ValueTask<AuthorizationDecision> AuthorizeAsync(AuthorizationContext context, CancellationToken cancellation) =>
            new(context.RouteValues["owner"] == context.Caller.Id ? AuthorizationDecision.Allow : AuthorizationDecision.Deny("Only the owner reads a diary."));
    }
}
