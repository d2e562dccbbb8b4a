using System.ComponentModel.DataAnnotations;
using System.Text;
using FluentValidation;
using Framework.Binding;
using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>Takes a form, and says what it was given.</summary>
[Post("/upload")]
[AllowAnonymous]
[BodyLimits(MaxParts = 5, MaxBytes = 20_000)]
public sealed class Upload
{
    public sealed record Body(
        string Title,
        [Range(1, 9)] int? Copies,
        string[] Tags,
        FormFile? Photo,
        IReadOnlyList<FormFile> More,
        [FromForm("sort-by")] OrderKind SortBy = OrderKind.Large)
    {
        // A constructor that takes no missing value.
        public int Length { get; } = Title.Length;
    }

    public sealed class BodyRules : AbstractValidator<Body>
    {
        public BodyRules()
        {
            RuleFor(body => body.Title).NotEmpty();
            RuleFor(body => body.SortBy).Equal(OrderKind.Large);
        }
    }

    public Task<Dictionary<string, string>> HandleAsync([FromForm] Body body, string? note) => Task.FromResult(new Dictionary<string, string>
    {
        ["title"] = body.Title,
        ["copies"] = $"{body.Copies}",
        ["tags"] = string.Join('|', body.Tags),
        ["photo"] = body.Photo is { } photo ? $"{photo.Name} {photo.FileName} {photo.ContentType} {Encoding.Latin1.GetString(photo.Content.Span)}" : "none",
        ["more"] = string.Join('|', body.More.Select(file => file.FileName)),
        ["note"] = note ?? "",
    });
}
