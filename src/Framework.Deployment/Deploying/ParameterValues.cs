using System.Text.Json.Nodes;
using Framework.Deployment.Aws;
using Framework.Deployment.Model;

namespace Framework.Deployment.Deploying;

/// <summary>Finds the value of each parameter of the root template: deploy's own, then what the person says, then what the stack has,
/// then the template's default.</summary>
internal static class ParameterValues
{
    /// <summary>Finds the values.</summary>
    /// <param name="root">The root template.</param>
    /// <param name="own">The values that deploy knows.</param>
    /// <param name="computed">The values that deploy finds, where the person gives no other.</param>
    /// <param name="given">The values that the person gives.</param>
    /// <param name="fallback">The values that hold where neither the person nor the stack has one.</param>
    /// <param name="stack">The stack; null where it is not there or not read.</param>
    /// <param name="isDryRun">Whether a value that is missing may stay a variable.</param>
    /// <exception cref="DeploymentException">A value is missing, or is of no parameter.</exception>
    public static IReadOnlyList<ParameterValue> Find(
        JsonObject root,
        IReadOnlyDictionary<string, string> own,
        IReadOnlyDictionary<string, string> computed,
        IReadOnlyDictionary<string, string> given,
        IReadOnlyDictionary<string, string> fallback,
        StackState? stack,
        bool isDryRun)
    {
        var parameters = root["Parameters"] as JsonObject ?? [];
        if (given.Keys.FirstOrDefault(name => !parameters.ContainsKey(name) || own.ContainsKey(name)) is { } wrong)
            throw new DeploymentException($"{wrong} is no parameter that can be given: the templates have {List(parameters.Select(pair => pair.Key).Except(own.Keys))}.");
        var values = new List<ParameterValue>();
        foreach (var (name, parameter) in parameters)
        {
            if ((own.GetValueOrDefault(name) ?? given.GetValueOrDefault(name) ?? computed.GetValueOrDefault(name)) is { } value)
                values.Add(new ParameterValue(name, value));
            else if (stack?.Parameters.ContainsKey(name) == true)
                values.Add(new ParameterValue(name, null));
            else if (fallback.GetValueOrDefault(name) is { } known)
                values.Add(new ParameterValue(name, known));
            else if (parameter!["Default"] is null)
                values.Add(isDryRun ? new ParameterValue(name, $"${name}") : throw Missing(name, parameter));
        }
        return values;
    }

    private static DeploymentException Missing(string name, JsonNode parameter) => new(
        $"The parameter {name} has no value. {parameter["Description"]}: say it once, --parameter {name}=VALUE, or in deployment.json; the stack keeps it.");

    private static string List(IEnumerable<string> names) => string.Join(", ", names.DefaultIfEmpty("none"));
}
