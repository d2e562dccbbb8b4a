using Framework.Deployment.Comparison;
using Framework.Deployment.Model;

namespace Framework.Deployment.Deploying;

/// <summary>Asks before something that a person may regret.</summary>
/// <param name="answers">Where a person types; null where nobody does.</param>
/// <param name="output">Takes the question.</param>
internal sealed class Confirmation(TextReader? answers, TextWriter output)
{
    /// <summary>Goes on where the person types a word.</summary>
    /// <param name="question">What would be done.</param>
    /// <param name="word">The word.</param>
    /// <exception cref="DeploymentException">The person types something else, or is not there.</exception>
    public void Ask(string question, string word)
    {
        if (answers is null)
            throw new DeploymentException($"{question} Nobody is there to confirm it: add --yes. Nothing was changed.");
        output.Write($"{question} Type {word} to go on: ");
        if (answers.ReadLine()?.Trim() != word)
            throw new DeploymentException("Not confirmed. Nothing was changed.");
    }

    /// <summary>Refuses risks that the command line does not name.</summary>
    /// <exception cref="DeploymentException">There is one.</exception>
    public static void Demand(IReadOnlyList<Change> changes, IReadOnlyCollection<RiskKind> allowed)
    {
        var risks = changes.SelectMany(change => change.Risks.Select(risk => (change.Id, Risk: risk))).Where(pair => !allowed.Contains(pair.Risk.Kind)).ToList();
        if (risks.Count == 0)
            return;
        var options = risks.Select(pair => ComparisonText.Option(pair.Risk.Kind)).Distinct();
        throw new DeploymentException($"{risks[0].Id}: {risks[0].Risk.Sentence}{(risks.Count > 1 ? $" (and {risks.Count - 1} more above)" : "")}. Where that is meant, add {string.Join(" ", options)}. Nothing was changed.");
    }
}
