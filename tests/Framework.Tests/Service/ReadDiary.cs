using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>An endpoint of a group, with a policy of its own that asks for a service.</summary>
[Get("/pages/{page}")]
[Authorize(typeof(ByDay))]
public sealed class ReadDiary : Diary
{
    public Task HandleAsync(string owner, int page) => Task.CompletedTask;

    public sealed class ByDay(TimeProvider clock) : IAuthorizationPolicy
    {
        public ValueTask<AuthorizationDecision> AuthorizeAsync(AuthorizationContext context, CancellationToken cancellation) => new(
            clock.GetUtcNow().Hour < 18 ? AuthorizationDecision.Allow : AuthorizationDecision.Deny($"Page {context.RouteValues["page"]} is read by day."));
    }
}
