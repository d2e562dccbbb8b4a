using System.Text.RegularExpressions;
using Framework.Deployment.Model;

namespace Framework.Deployment.Stages;

/// <summary>The names that a service has in AWS.</summary>
internal static partial class StackName
{
    // A stack's name has 128 characters at most, and that of a nested stack is its root's with up to 25 more:
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    private const int MaxStack = 103;

    // The functions and the access controls of CloudFront are named by the stack with "-page", in 64 characters:
    // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateFunction.html
    private const int MaxWithPage = 59;

    // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html
    private const int MaxPrefix = 63;

    /// <summary>What a stage may be named.</summary>
    public static bool IsStage(string name) => StagePattern().IsMatch(name);

    /// <summary>The service's name as letters, digits and hyphens: a part of the names of stacks, and of keys in buckets.</summary>
    public static string Part(string service) => Others().Replace(service, "-").Trim('-');

    /// <summary>The stack of a stage.</summary>
    /// <exception cref="DeploymentException">The name is too long, or begins with a digit.</exception>
    public static string Of(string service, string stage)
    {
        var name = $"{Part(service)}-{stage}";
        if (!char.IsAsciiLetter(name[0]))
            throw new DeploymentException($"The stack would be named {name}, and a stack's name begins with a letter: name the service otherwise.");
        return name.Length <= MaxStack
            ? name
            : throw new DeploymentException($"The stack would be named {name}, which has {name.Length} characters, and {MaxStack} are the most with nested stacks: name the service or the stage shorter.");
    }

    /// <summary>Checks the name of a stack with a page.</summary>
    /// <exception cref="DeploymentException">It is too long.</exception>
    public static void CheckPage(string stack)
    {
        if (stack.Length > MaxWithPage)
            throw new DeploymentException($"The stack would be named {stack}, which has {stack.Length} characters, and {MaxWithPage} are the most with a page: name the service or the stage shorter.");
    }

    /// <summary>The first part of the sign-in page's domain where nobody chose one. The account makes it unique.</summary>
    /// <exception cref="DeploymentException">It is too long, or has a word that Cognito refuses.</exception>
    public static string SignInPrefix(string service, string stage, string account)
    {
        var prefix = $"{Part(service).ToLowerInvariant()}-{stage}-";
        // The account has twelve digits; where it is not known yet, a variable stands for it.
        var length = prefix.Length + 12;
        if (length > MaxPrefix)
            throw new DeploymentException($"The sign-in page's domain would begin with {prefix}{account}, which has {length} characters, and Cognito takes {MaxPrefix}: choose a shorter one, --parameter SignInPrefix=NAME.");
        if (Array.Find(Reserved, prefix.Contains) is { } word)
            throw new DeploymentException($"The sign-in page's domain would begin with {prefix}{account}, and Cognito refuses {word} in it: choose another one, --parameter SignInPrefix=NAME.");
        return $"{prefix}{account}";
    }

    private static readonly string[] Reserved = ["aws", "amazon", "cognito"];

    [GeneratedRegex("^[a-z][a-z0-9-]{0,19}$")]
    private static partial Regex StagePattern();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex Others();
}
