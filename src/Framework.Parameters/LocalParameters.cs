using Framework.Configuration;
using Microsoft.Extensions.Configuration;

namespace Framework.Parameters;

/// <summary>Outside Lambda: the values come from the developer's own settings, and a missing one is reported at start.</summary>
internal sealed class LocalParameters(ParameterSelection selection, IConfiguration configuration) : IRenewable
{
    public ValueTask RenewAsync(CancellationToken cancellation)
    {
        var missing = selection.Names.FirstOrDefault(named => !configuration.GetSection(named.Key).Exists());
        return missing is null
            ? ValueTask.CompletedTask
            : throw new InvalidOperationException(
                $"{missing.Key} is missing. In AWS it is read from {missing.Parameter}; here, set it with "
                + $"dotnet user-secrets set {missing.Key} VALUE, or in appsettings.Development.json.");
    }
}
