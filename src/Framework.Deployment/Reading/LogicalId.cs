namespace Framework.Deployment.Reading;

/// <summary>Names of resources within a template: letters and digits alone, 255 at most.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html">
/// CloudFormation's documentation</see>.</remarks>
internal static class LogicalId
{
    /// <summary>The id of a name: each word begins with a capital letter, what is no ASCII letter or digit is left out.</summary>
    public static string Of(string name)
    {
        var words = name.Split([.. name.Where(letter => !char.IsAsciiLetterOrDigit(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
