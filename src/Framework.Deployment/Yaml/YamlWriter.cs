using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Framework.Deployment.CloudFormation;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Framework.Deployment.Yaml;

/// <summary>Writes a template as YAML that a person can read: comments, CloudFormation's short tags, and the same bytes each time.</summary>
internal static class YamlWriter
{
    public static string Write(JsonObject root)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: true));
        Write(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject { Count: 1 } call when Tag(call) is { } tag:
                emitter.Emit(new Scalar(AnchorName.Empty, tag, Argument(call), TagStyle(Argument(call)), isPlainImplicit: false, isQuotedImplicit: false));
                break;
            case JsonObject { Count: 1 } call when ListTag(call) is { } tag:
                Write(emitter, (JsonArray)call.First().Value!, tag);
                break;
            case JsonObject map:
                Write(emitter, map);
                break;
            case JsonArray list:
                Write(emitter, list, TagName.Empty);
                break;
            default:
                emitter.Emit(ScalarOf(node));
                break;
        }
    }

    private static void Write(Emitter emitter, JsonObject map)
    {
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
        foreach (var (name, value) in map)
        {
            if (name == Cfn.Comment)
            {
                emitter.Emit(new Comment(value!.GetValue<string>(), isInline: false));
                continue;
            }
            emitter.Emit(Text(name));
            Write(emitter, value);
        }
        emitter.Emit(new MappingEnd());
    }

    private static void Write(Emitter emitter, JsonArray list, TagName tag)
    {
        emitter.Emit(new SequenceStart(AnchorName.Empty, tag, isImplicit: tag.IsEmpty, IsFlow(list) ? SequenceStyle.Flow : SequenceStyle.Block));
        foreach (var item in list)
            Write(emitter, item);
        emitter.Emit(new SequenceEnd());
    }

    private static TagName? ListTag(JsonObject call) => call.First() switch
    {
        ("Fn::If" or "Fn::Not" or "Fn::Equals", JsonArray) => new TagName($"!{call.First().Key[4..]}"),
        _ => (TagName?)null,
    };

    private static TagName? Tag(JsonObject call) => call.First() switch
    {
        ("Ref", JsonValue) => new TagName("!Ref"),
        ("Fn::Sub", JsonValue) => new TagName("!Sub"),
        ("Fn::GetAtt", JsonArray) => new TagName("!GetAtt"),
        _ => (TagName?)null,
    };

    private static string Argument(JsonObject call) => call.First().Value is JsonArray parts
        ? string.Join('.', parts.Select(part => part!.GetValue<string>()))
        : call.First().Value!.GetValue<string>();

    private static bool IsFlow(JsonArray list) => list.Count > 0 && list.All(item => item is JsonValue value && value.GetValueKind() == JsonValueKind.String)
        && list.Sum(item => item!.GetValue<string>().Length + 2) < 60;

    private static Scalar ScalarOf(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String
        ? Text(value.GetValue<string>())
        : new Scalar(node?.ToJsonString() ?? "null");

    // Text that a reader of YAML would take for a number, a date, a truth value or nothing is quoted.
    private static Scalar Text(string text) => new(
        AnchorName.Empty, TagName.Empty, text, Style(text), isPlainImplicit: true, isQuotedImplicit: true);

    private static ScalarStyle TagStyle(string text) => text.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal : ScalarStyle.Plain;

    private static ScalarStyle Style(string text) =>
        IsPlain(text) ? ScalarStyle.Plain : text.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal : ScalarStyle.SingleQuoted;

    private static bool IsPlain(string text) => text.Length > 0 && char.IsAsciiLetter(text[0])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or ':' or '-' or '_' or '.' or '/' or '<' or '>' or '(' or ')' or ',')
        && !text.Contains(": ", StringComparison.Ordinal) && !text.EndsWith(':') && !text.EndsWith(' ')
        && text.ToUpperInvariant() is not ("TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF" or "NULL" or "Y" or "N");
}
