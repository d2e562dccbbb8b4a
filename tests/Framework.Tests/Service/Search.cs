using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Framework.Binding;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>Takes a record from the query string, and says what it was given.</summary>
[Get("/search")]
[AllowAnonymous]
public sealed class Search
{
    public sealed record Filter(
        string Text, OrderKind[] Kinds, [FromQuery("sort-by")] string? SortBy, [Range(1, 100)] int Page = 1);

    public sealed class FilterRules : AbstractValidator<Filter>
    {
        public FilterRules()
        {
            RuleFor(filter => filter.Text).MinimumLength(2);
            RuleFor(filter => filter.SortBy).NotEqual("password");
        }
    }

    public Task<Dictionary<string, string>> HandleAsync([FromQuery] Filter filter, [FromQuery("page-size")] int size = 20) =>
        Task.FromResult(new Dictionary<string, string>
        {
            ["text"] = filter.Text,
            ["kinds"] = string.Join('|', filter.Kinds),
            ["sort"] = filter.SortBy ?? "none",
            ["page"] = $"{filter.Page} {size}",
        });
}
