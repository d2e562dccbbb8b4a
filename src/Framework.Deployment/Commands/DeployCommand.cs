using System.CommandLine;
using System.CommandLine.Parsing;
using Framework.Deployment.Comparison;
using Framework.Deployment.Deploying;

namespace Framework.Deployment.Commands;

/// <summary><c>deploy</c>: packages the service and brings it to AWS.</summary>
internal static class DeployCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var where = new StageOptions();
        var dryRun = new Option<bool>("--dry-run") { Description = "Makes the files, prints each command of the AWS CLI exactly, and runs none." };
        var yes = new Option<bool>("--yes") { Description = "Confirms a protected stage." };
        var package = new Option<string>("--package") { Description = "A package made before, by the command package; without it, one is made.", HelpName = "FILE" };
        var bucket = new Option<string>("--bucket") { Description = "The bucket for packages; framework-ACCOUNT-REGION by default, made where it is not there.", HelpName = "NAME" };
        var parameters = new Option<Dictionary<string, string>>("--parameter")
        {
            Description = "The value of a parameter of the template; may be repeated. The stack keeps it.",
            HelpName = "NAME=VALUE",
            CustomParser = ReadParameters,
            Arity = ArgumentArity.OneOrMore,
        };
        var allowed = Enum.GetValues<RiskKind>().ToDictionary(kind => kind, kind => new Option<bool>(ComparisonText.Option(kind)) { Description = Confirms(kind) });
        var command = new Command("deploy", "Packages the service and deploys it with the AWS CLI.")
        {
            where.Stage, where.Region, dryRun, yes, package, bucket, parameters,
        };
        foreach (var option in allowed.Values)
            command.Add(option);
        return command.Runs((parsed, cancellation) => new DeployRun(
            surroundings.Model, surroundings.Project(), surroundings.Programs, surroundings.Variable, surroundings.Answers,
            parsed.InvocationConfiguration.Output, surroundings.Clock).RunAsync(
            new DeployOptions(parsed.GetValue(where.Stage)!)
            {
                Region = parsed.GetValue(where.Region),
                Bucket = parsed.GetValue(bucket),
                Package = parsed.GetValue(package),
                Parameters = parsed.GetValue(parameters) ?? [],
                IsDryRun = parsed.GetValue(dryRun),
                IsConfirmed = parsed.GetValue(yes),
                Allowed = [.. allowed.Where(pair => parsed.GetValue(pair.Value)).Select(pair => pair.Key)],
            },
            cancellation));
    }

    private static string Confirms(RiskKind kind) => kind switch
    {
        RiskKind.Replaces => "Confirms that resources are made anew.",
        RiskKind.DeletesData => "Confirms that data is deleted.",
        _ => "Confirms that somebody may do more than before.",
    };

    private static Dictionary<string, string> ReadParameters(ArgumentResult result)
    {
        var read = new Dictionary<string, string>();
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            if (text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                read[text[..equals]] = text[(equals + 1)..];
            else
                result.AddError($"--parameter takes NAME=VALUE, and {text} is not.");
        }
        return read;
    }
}
