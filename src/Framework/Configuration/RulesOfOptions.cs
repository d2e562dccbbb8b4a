using FluentValidation;
using Microsoft.Extensions.Options;

namespace Framework.Configuration;

/// <summary>Lets rules of FluentValidation check options.</summary>
/// <param name="name">The name of the options that the rules are for.</param>
/// <param name="rules">The rules.</param>
internal sealed class RulesOfOptions<T>(string name, IValidator<T> rules) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? optionsName, T options)
    {
        if (optionsName != name)
            return ValidateOptionsResult.Skip;
        var result = rules.Validate(options);
        return result.IsValid
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(result.Errors.Select(error => $"{typeof(T).Name}.{error.PropertyName}: {error.ErrorMessage}"));
    }
}
