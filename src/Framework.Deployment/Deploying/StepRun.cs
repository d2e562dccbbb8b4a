using Framework.Deployment.Aws;
using Framework.Deployment.Model;

namespace Framework.Deployment.Deploying;

/// <summary>Runs steps in order, or prints them. A failure says which step, why, what is where, and what to do.</summary>
/// <param name="output">Takes the progress.</param>
/// <param name="region">The region.</param>
internal sealed class StepRun(TextWriter output, string region)
{
    /// <summary>Prints each command exactly and runs none.</summary>
    public void Print(IEnumerable<DeployStep> steps)
    {
        foreach (var step in steps)
        {
            output.WriteLine($"\n# {step.Name}");
            foreach (var call in step.Calls)
                call.Print(output);
        }
    }

    /// <summary>Runs them.</summary>
    /// <exception cref="DeploymentException">One failed.</exception>
    public async Task RunAsync(IEnumerable<DeployStep> steps, CancellationToken cancellation)
    {
        foreach (var step in steps)
        {
            await output.WriteLineAsync(step.Name);
            try
            {
                await step.RunAsync(cancellation);
            }
            catch (AwsException exception)
            {
                throw Failure(step, AwsMistakes.Explain(exception.Message, region), step.Left);
            }
            catch (OperationCanceledException)
            {
                throw Failure(step, "Stopped.", step.Left);
            }
            catch (DeploymentException exception)
            {
                throw Failure(step, exception.Message, left: null);
            }
        }
    }

    private static DeploymentException Failure(DeployStep step, string why, string? left) => new(string.Join('\n', new[]
    {
        $"This step failed: {step.Name}.",
        why,
        left is null ? null : $"Now: {left}",
        "Once the cause is gone, run the same command again: what is done is not done twice.",
    }.OfType<string>()));
}
