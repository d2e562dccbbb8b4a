using FluentValidation;
using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

[Put("/reservations")]
[AllowAnonymous]
public sealed class Reserve
{
    public sealed record Guest(string FirstName, int Age);

    public sealed record Body(string RoomName, Guest Host, IReadOnlyList<Guest> Others);

    public sealed class BodyRules : AbstractValidator<Body>
    {
        public BodyRules(IRooms rooms)
        {
            RuleFor(body => body.RoomName).NotEmpty().MustAsync(rooms.HasAsync).WithMessage("No such room.");
            RuleFor(body => body.Host.FirstName).NotEmpty();
            RuleForEach(body => body.Others).SetValidator(new GuestRules());
            RuleFor(body => body).Must(body => body.Others.Count < 3).WithMessage("Too many.");
        }
    }

    private sealed class GuestRules : AbstractValidator<Guest>
    {
        public GuestRules() => RuleFor(guest => guest.Age).GreaterThan(17).WithMessage("Must be 18.");
    }

    public Task<Response> HandleAsync(Body? body) => Task.FromResult(Response.Text(200, body?.RoomName ?? "(none)"));
}
