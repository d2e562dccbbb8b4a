using System.Diagnostics.CodeAnalysis;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Framework.Configuration;

/// <summary>Checks options with rules of FluentValidation when the service starts.</summary>
public static class OptionsValidation
{
    /// <summary>Checks the options at start. Where they break a rule, the service does not start, and one sentence names the
    /// setting.</summary>
    /// <typeparam name="T">The options.</typeparam>
    /// <param name="options">The options,
    /// <c>service.Services.AddOptions&lt;ShopOptions&gt;().Bind(service.Configuration.GetSection("Shop"))</c>.</param>
    /// <param name="rules">The rules, as a body has them.</param>
    public static OptionsBuilder<T> ValidateWith<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(
        this OptionsBuilder<T> options, IValidator<T> rules)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(rules);
        options.Services.AddSingleton<IValidateOptions<T>>(new RulesOfOptions<T>(options.Name, rules));
        return options.ValidateOnStart();
    }
}
