using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentValidation;
using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>Takes values of the kinds that JSON writes as text, under rules of which one holds the other.</summary>
[Post("/weights")]
[AllowAnonymous]
public sealed class Weigh
{
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Body(TimeSpan Span, Uri Link, byte[] Bytes, JsonObject More, JsonArray List, Version Version, Int128 Grams);

    public sealed class GramRules : AbstractValidator<Body>
    {
        public GramRules() => RuleFor(body => body.Grams).Must(grams => grams > 0).WithMessage("Must weigh something.");
    }

    public sealed class AllRules : AbstractValidator<Body>
    {
        public AllRules() => Include(new GramRules());
    }

    public Task<Response> HandleAsync(Body body) => Task.FromResult(Response.Text(200, $"{body.Grams}"));
}
