using System.ComponentModel;
using System.Reflection;
using Framework.Local.Updates;
using Microsoft.Extensions.Configuration;

namespace Framework.Local;

/// <summary>A developer's own settings, which are not part of the project: its user secrets.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/aspnet/core/security/app-secrets">their documentation</see>.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LocalConfiguration
{
    /// <summary>Adds them, except in a test, which must give the same result on every machine. Generated code calls it,
    /// outside Lambda.</summary>
    /// <param name="sources">The service's sources of configuration.</param>
    /// <param name="args">The command line.</param>
    /// <param name="service">The service's assembly, whose project has the <c>UserSecretsId</c>.</param>
    public static void Add(IConfigurationBuilder sources, IReadOnlyList<string> args, Assembly service)
    {
        if (!BuiltServiceException.IsForTest(args))
            sources.AddUserSecrets(service, optional: true, reloadOnChange: false);
    }
}
