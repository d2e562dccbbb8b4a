using FluentValidation;
using Framework.Identity;
using Framework.WebSockets;

namespace Framework.Tests.Service;

/// <summary>Sends a message back with the name of who sent it.</summary>
[Message("say")]
[RequireGroup("members")]
public sealed class Say
{
    public sealed record Body(string Text);

    public sealed class BodyRules : AbstractValidator<Body>
    {
        public BodyRules() => RuleFor(body => body.Text).NotEmpty().MaximumLength(200);
    }

    public Task<Body> HandleAsync(Body body, Caller caller) => Task.FromResult(new Body($"{caller.Id}: {body.Text}"));
}
