using System.Text.Json;
using FluentValidation;
using Framework.Problems;

namespace Framework.Validation;

/// <summary>Runs a service's FluentValidation rules and gathers what breaks them. Generated code calls it once a
/// validator.</summary>
public sealed class RuleCheck
{
    private readonly JsonNamingPolicy? _naming;
    private FieldErrors? _errors;

    internal RuleCheck(JsonNamingPolicy? naming) => _naming = naming;

    /// <summary>What breaks a rule; null where nothing does.</summary>
    internal Problem? Problem => _errors is null ? null : KnownProblems.ValidationFailed(_errors.ByField);

    /// <summary>Holds a value against its rules.</summary>
    /// <param name="value">The value; null, as an optional body may be, breaks no rule.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="cancellation">Ends rules that wait.</param>
    public async ValueTask CheckAsync<T>(T? value, IValidator<T> rules, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (value is null)
            return;
        var result = await rules.ValidateAsync(value, cancellation);
        foreach (var failure in result.Errors)
            (_errors ??= new FieldErrors()).Add(FieldOf(failure.PropertyName), failure.ErrorMessage);
    }

    // FluentValidation says Items[0].Title; the client wrote items[0].title.
    private string FieldOf(string? property)
    {
        if (string.IsNullOrEmpty(property))
            return "$";
        return _naming is null ? property : string.Join('.', property.Split('.').Select(Rename));
    }

    private string Rename(string step)
    {
        var bracket = step.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? _naming!.ConvertName(step) : _naming!.ConvertName(step[..bracket]) + step[bracket..];
    }
}
