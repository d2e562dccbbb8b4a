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

    /// <summary>Holds a value, whose members have the names of the naming policy, against its rules.</summary>
    /// <param name="value">The value; null, as an optional body may be, breaks no rule.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="cancellation">Ends rules that wait.</param>
    public ValueTask CheckAsync<T>(T? value, IValidator<T> rules, CancellationToken cancellation) =>
        CheckAsync(value, rules, static _ => default, cancellation);

    /// <summary>Holds a value, some of whose members have names of their own, against its rules.</summary>
    /// <param name="value">The value; null, as an optional body may be, breaks no rule.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="names">What JSON calls the value's members.</param>
    /// <param name="cancellation">Ends rules that wait.</param>
    public async ValueTask CheckAsync<T>(T? value, IValidator<T> rules, FieldNames names, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(names);
        if (value is null)
            return;
        var result = await rules.ValidateAsync(value, cancellation);
        foreach (var failure in result.Errors)
            (_errors ??= new FieldErrors()).Add(FieldOf(failure.PropertyName ?? "", names), failure.ErrorMessage);
    }

    // FluentValidation says Items[0].Title; the client wrote items[0].title.
    private string FieldOf(string property, FieldNames? names)
    {
        var path = JsonPath.Root;
        foreach (var step in property.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            var member = bracket < 0 ? step : step[..bracket];
            if (member.Length > 0)
            {
                var known = names?.Invoke(member) ?? default;
                path = JsonPath.Property(path, known.Json ?? _naming?.ConvertName(member) ?? member);
                names = known.Inside;
            }
            path += step[member.Length..];
        }
        return path;
    }
}
