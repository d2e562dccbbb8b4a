using System.ComponentModel;
using System.Linq.Expressions;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Validators;
using Framework.Problems;
using Framework.Validation;

namespace Framework.Generated;

/// <summary>Runs a service's FluentValidation rules and collects the errors. Generated code calls it once for each
/// validator.</summary>
/// <remarks>It ends when a problem can list no more errors. Where a list breaks a rule on itself, such as one on its count, the
/// rules on its items are skipped. So a request cannot make the check expensive.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RuleCheck : IValidatorSelector
{
    private readonly JsonNamingPolicy? _naming;
    private FieldErrors? _errors;
    private List<string>? _failed;
    private RuleMessages? _messages;
    private IValidationRule? _rule;

    internal RuleCheck(JsonNamingPolicy? naming) => _naming = naming;

    /// <summary>The problem with the broken rules; null where there are none.</summary>
    internal Problem? Problem => _errors is null ? null : KnownProblems.ValidationFailed(_errors);

    /// <summary>Checks a value whose members have the names of the naming policy.</summary>
    /// <param name="value">The value; null, as an optional body may be, breaks no rule.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="cancellation">Ends rules that wait.</param>
    public ValueTask CheckAsync<T>(T? value, IValidator<T> rules, CancellationToken cancellation) =>
        CheckAsync(value, rules, static _ => default, cancellation);

    /// <summary>Checks a value whose members may have JSON names of their own.</summary>
    /// <param name="value">The value; null, as an optional body may be, breaks no rule.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="names">What JSON calls the value's members.</param>
    /// <param name="cancellation">Ends rules that wait.</param>
    public async ValueTask CheckAsync<T>(T? value, IValidator<T> rules, FieldNames names, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(names);
        if (value is null || _errors?.HasMore == true)
            return;
        var context = Begin(value);
        _messages = context.MessageFormatter as RuleMessages;
        _messages?.Begin(this, names);
        try
        {
            var result = await rules.ValidateAsync(context, cancellation);
            foreach (var failure in result.Errors)
            {
                if (!TryAdd(failure.PropertyName ?? "", failure.ErrorMessage, names))
                    return;
            }
        }
        catch (EnoughException)
        {
            foreach (var (path, message) in _messages!.Written!)
                TryAdd(path, message, names);
        }
    }

    /// <summary>Whether a rule runs. The rules for the items of a list do not run where the list has broken a rule.</summary>
    bool IValidatorSelector.CanExecute(IValidationRule rule, string propertyPath, IValidationContext context)
    {
        _rule = rule;
        return ValidatorOptions.Global.ValidatorSelectors.DefaultValidatorSelectorFactory().CanExecute(rule, propertyPath, context)
            && !(HasFailures && IsForItems(rule) && HasFailed(IsForWhole(rule, context) ? "" : propertyPath));
    }

    /// <summary>Whether the value that a message compares with comes from the rule, and not from the client.</summary>
    internal bool IsAuthors(object? compared) => _rule?.Components
        .Any(component => component.Validator is IComparisonValidator { ValueToCompare: { } own } && own.Equals(compared)) == true;

    private bool HasFailures => _failed is not null || _messages is { Written: not null };

    // FluentValidation's default formatter is replaced; a formatter of the author stays.
    private ValidationContext<T> Begin<T>(T value)
    {
        var context = new ValidationContext<T>(value, null, this);
        if (context.MessageFormatter.GetType() != typeof(MessageFormatter))
            return context;
        ValidatorOptions.Global.MessageFormatterFactory = RuleMessages.Factory;
        return new ValidationContext<T>(value, null, this);
    }

    // A rule for a list has the list's type; a rule for its items has theirs, but still reads the list.
    private static bool IsForItems(IValidationRule rule) => rule.Expression is { } expression && expression.ReturnType != rule.TypeToValidate;

    // A body that is a list by itself.
    private static bool IsForWhole(IValidationRule rule, IValidationContext context) =>
        !context.IsChildContext && rule.Expression.Body is ParameterExpression;

    // The list itself, or a member of it such as Count.
    private bool HasFailed(string list) =>
        (_failed is not null && _failed.Exists(path => IsOf(list, path)))
        || _messages?.Written?.Exists(written => IsOf(list, written.Path)) == true;

    private static bool IsOf(string list, string path) => list.Length == 0
        ? path is "" or "Count" or "Length"
        : path.StartsWith(list, StringComparison.Ordinal) && (path.Length == list.Length || path[list.Length] == '.');

    // Failures that an author adds as objects of FluentValidation do not go through the formatter, so the limit is checked here.
    private bool TryAdd(string property, string message, FieldNames names)
    {
        (_errors ??= new FieldErrors()).Add(FieldOf(property, names), message);
        (_failed ??= []).Add(property);
        return !_errors.HasMore;
    }

    /// <summary>JSON's path of a member: FluentValidation says Items[0].Title; the client wrote items[0].title.</summary>
    internal string FieldOf(string property, FieldNames? names)
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
