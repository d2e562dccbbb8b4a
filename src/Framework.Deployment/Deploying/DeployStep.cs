namespace Framework.Deployment.Deploying;

/// <summary>A step of a deployment. To run it again does no harm.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Calls">The commands that it runs, in order, as a dry run prints them.</param>
/// <param name="RunAsync">Does it.</param>
/// <param name="Left">What is where when it fails.</param>
internal sealed record DeployStep(string Name, IReadOnlyList<PlannedCall> Calls, Func<CancellationToken, Task> RunAsync, string Left);
