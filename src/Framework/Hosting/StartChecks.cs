using System.Buffers;
using Framework.Description;
using Framework.Resources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Framework.Hosting;

/// <summary>Finds mistakes at start that a request would find otherwise.</summary>
internal static class StartChecks
{
    private const int MaxName = 255;

    // See https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#Namespace
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-_/#: ");

    /// <summary>Checks what the author sets.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong.</exception>
    public static void CheckSettings(MicroserviceBuilder builder)
    {
        var name = builder.Name;
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxName || name.AsSpan().ContainsAnyExcept(NameCharacters))
            throw new InvalidOperationException(
                $"The service's Name is '{name}', but it is the namespace of its metrics: 1 to 255 letters, digits and . - _ / # : of ASCII.");
        if (builder.MaxBodyBytes < 1)
            throw new InvalidOperationException(
                $"MaxBodyBytes is {builder.MaxBodyBytes}: set it to at least 1. An endpoint without a body ignores this setting.");
    }

    /// <summary>Checks that what constructors and options ask for is registered.</summary>
    /// <exception cref="InvalidOperationException">A service is not registered.</exception>
    public static void CheckDependencies(IServiceCollection services, IServiceProvider provider, IReadOnlyList<EndpointDescription> served, AuthorizerDescription? authorizer)
    {
        if (services.Any(IsBoundOptions) && services.All(service => service.ServiceType != typeof(IConfiguration)))
            throw new InvalidOperationException(
                "Options are bound to the configuration, but Program.cs reads none: write Bind(service.Configuration.GetSection(\"...\")) instead of BindConfiguration(\"...\").");
        var known = provider.GetRequiredService<IServiceProviderIsKeyedService>();
        foreach (var endpoint in served)
        {
            if (Missing(endpoint.Dependencies, known) is { } missing)
                throw new InvalidOperationException(
                    $"{endpoint.Name}, its rules, policies or filters ask for {Display(missing)}, which is not registered: {Fix(missing)} in Program.cs.");
        }
        if (authorizer is not null && Missing(authorizer.Dependencies, known) is { } lacking)
            throw new InvalidOperationException($"{authorizer.Name} asks for {Display(lacking)}, which is not registered: {Fix(lacking)} in Program.cs.");
    }

    private static Dependency? Missing(IReadOnlyList<Dependency> dependencies, IServiceProviderIsKeyedService known) =>
        dependencies.FirstOrDefault(dependency => !dependency.IsOptional && !known.IsKeyedService(dependency.Type, dependency.Key));

    private static string Fix(Dependency missing) => missing.Type == typeof(IConfiguration)
        ? "read service.Configuration"
        : "add it to service.Services";

    private static bool IsBoundOptions(ServiceDescriptor service) =>
        service.ServiceType.IsGenericType && service.ServiceType.GetGenericTypeDefinition() == typeof(IOptionsChangeTokenSource<>);

    private static string Display(Dependency dependency) => dependency.Key is { } key ? $"{Display(dependency.Type)} with the key '{key}'" : Display(dependency.Type);

    private static string Display(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Display))}>"
        : type.Name;
}
