using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>Reads Tags and checks them against the restrictions of tags (developer guide, "Tagging restrictions").</summary>
internal static partial class TagReader
{
    private const int MaxTags = 50;
    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 256;

    public static Dictionary<string, string> Read(JsonElement request)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (tag, number) in request.Elements("Tags").Select((tag, index) => (tag, index + 1)))
        {
            var place = $"tags.{number.ToString(CultureInfo.InvariantCulture)}.member";
            var (key, value) = (tag.Text("Key"), tag.Text("Value"));
            Check(key, $"{place}.key", 1, MaxKeyLength);
            Check(value, $"{place}.value", 0, MaxValueLength);
            tags[key!] = value!;
        }

        CheckCount(tags);
        return tags;
    }

    public static void CheckCount(Dictionary<string, string> tags)
    {
        if (tags.Count > MaxTags)
            throw DynamoDBException.Validation(
                $"One or more parameter values were invalid: Too many tags: a table can have {MaxTags}");
    }

    private static void Check(string? text, string place, int minimum, int maximum)
    {
        var constraint = text switch
        {
            null => "Member must not be null",
            _ when text.Length < minimum => $"Member must have length greater than or equal to {minimum}",
            _ when text.Length > maximum => $"Member must have length less than or equal to {maximum}",
            _ when !Allowed().IsMatch(text) => @"Member must satisfy regular expression pattern: ^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$",
            _ => null,
        };
        if (constraint is not null)
            throw DynamoDBException.Validation(
                $"1 validation error detected: Value {(text is null ? "null" : $"'{text}'")} at '{place}' "
                + $"failed to satisfy constraint: {constraint}");
    }

    [GeneratedRegex(@"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")]
    private static partial Regex Allowed();
}
