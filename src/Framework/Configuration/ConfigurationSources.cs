using Framework.Runtime;
using Microsoft.Extensions.Configuration;

namespace Framework.Configuration;

/// <summary>The default sources of a service's configuration. A later source wins.</summary>
internal static class ConfigurationSources
{
    private const string Name = "appsettings";

    /// <summary>Reads the sources.</summary>
    /// <param name="environment">The environment variables.</param>
    /// <param name="local">Adds the developer's own settings; null in Lambda.</param>
    /// <exception cref="InvalidDataException">A file is not JSON; the message names it.</exception>
    public static ConfigurationManager Read(LambdaEnvironment environment, Action<IConfigurationBuilder>? local)
    {
        var configuration = new ConfigurationManager();
        foreach (var file in Files(environment).Where(File.Exists))
            configuration.AddJsonFile(file, optional: false, reloadOnChange: false);
        local?.Invoke(configuration);
        configuration.AddEnvironmentVariables();
        return configuration;
    }

    private static IEnumerable<string> Files(LambdaEnvironment environment)
    {
        var folder = environment["LAMBDA_TASK_ROOT"] ?? AppContext.BaseDirectory;
        return [Path.Combine(folder, $"{Name}.json"), Path.Combine(folder, $"{Name}.{environment.EnvironmentName}.json")];
    }
}
