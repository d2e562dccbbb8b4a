using Microsoft.Extensions.Configuration;

namespace Framework.Parameters;

/// <summary>Holds the values that were read last, as a source of configuration.</summary>
internal sealed class ParameterProvider : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>Replaces the values, and notifies options of the change.</summary>
    public void Replace(Dictionary<string, string?> values)
    {
        Data = values;
        OnReload();
    }
}
