namespace Framework.Deployment.Deploying;

/// <summary>What one step finds for those after it. Before, as in a dry run, each fact is a variable of the shell.</summary>
internal sealed class DeployFacts
{
    private readonly Dictionary<string, string> _known = [];

    /// <summary>A fact by its name.</summary>
    public string this[string name]
    {
        get => _known.GetValueOrDefault(name, $"${name}");
        set => _known[name] = value;
    }

    /// <summary>Puts the fact in place of its variable.</summary>
    public ParameterValue Fill(ParameterValue parameter) =>
        parameter.Value == $"${parameter.Key}" ? parameter with { Value = this[parameter.Key] } : parameter;
}
