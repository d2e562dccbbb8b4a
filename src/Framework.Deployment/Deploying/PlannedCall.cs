using Framework.Deployment.Processes;

namespace Framework.Deployment.Deploying;

/// <summary>A command of a step, as a dry run prints it.</summary>
/// <param name="Call">The command.</param>
/// <param name="Note">When it is run, where that is not always.</param>
/// <param name="Variable">The variable of the shell that gets its output; null for none.</param>
internal sealed record PlannedCall(ProgramCall Call, string? Note = null, string? Variable = null)
{
    public static implicit operator PlannedCall(ProgramCall call) => new(call);

    public void Print(TextWriter output)
    {
        if (Note is not null)
            output.WriteLine($"# {Note}");
        output.WriteLine(Variable is null ? Call.ToString() : $"{Variable}=$({Call})");
    }
}
