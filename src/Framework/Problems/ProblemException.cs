namespace Framework.Problems;

/// <summary>Ends the request with a problem, from anywhere below a handler.</summary>
/// <param name="problem">The problem that the client gets.</param>
/// <param name="inner">What caused it; logged for a 5xx, never sent.</param>
public class ProblemException(Problem problem, Exception? inner = null)
    : Exception(problem?.Detail ?? problem?.Title, inner)
{
    /// <summary>The problem that the client gets.</summary>
    public Problem Problem { get; } = problem ?? throw new ArgumentNullException(nameof(problem));
}
