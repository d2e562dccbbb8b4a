using System.Globalization;
using System.Text.Json.Nodes;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Framework.Deployment.Yaml;

/// <summary>Reads a template, YAML or JSON, with CloudFormation's short tags written out: <c>!Ref</c> as <c>Ref</c>.</summary>
internal static class YamlReader
{
    // More would be no template; it keeps the reader from a stack without end.
    private const int MaxDepth = 100;

    /// <exception cref="DeploymentException">The text is no template.</exception>
    public static JsonObject Read(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            return Node(parser, 0) as JsonObject ?? throw new DeploymentException("The template is no mapping.");
        }
        catch (YamlException exception)
        {
            throw new DeploymentException($"The template cannot be read: line {exception.Start.Line}: {exception.Message}");
        }
    }

    private static JsonNode? Node(Parser parser, int depth)
    {
        if (depth > MaxDepth)
            throw new DeploymentException($"The template is nested deeper than {MaxDepth} levels.");
        if (parser.TryConsume<Scalar>(out var scalar))
            return Tagged(scalar.Tag, ValueOf(scalar));
        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var list = new JsonArray();
            while (!parser.TryConsume<SequenceEnd>(out _))
                list.Add(Node(parser, depth + 1));
            return Tagged(sequence.Tag, list);
        }
        if (!parser.TryConsume<MappingStart>(out var mapping))
            throw new DeploymentException("The template has an alias, which CloudFormation does not read.");
        var map = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
            map[parser.Consume<Scalar>().Value] = Node(parser, depth + 1);
        return Tagged(mapping.Tag, map);
    }

    private static JsonNode? Tagged(TagName tag, JsonNode? value)
    {
        if (tag.IsEmpty || !tag.Value.StartsWith('!') || tag.IsNonSpecific)
            return value;
        return tag.Value switch
        {
            "!Ref" or "!Condition" => new JsonObject { [tag.Value[1..]] = value },
            "!GetAtt" when value is JsonValue text => new JsonObject { ["Fn::GetAtt"] = Parts(text.GetValue<string>()) },
            _ => new JsonObject { [$"Fn::{tag.Value[1..]}"] = value },
        };
    }

    private static JsonArray Parts(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return Cfn.Array(dot < 0 ? [text] : (string[])[text[..dot], text[(dot + 1)..]]);
    }

    private static JsonNode? ValueOf(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain || !scalar.Tag.IsEmpty)
            return scalar.Value;
        return scalar.Value switch
        {
            "" or "~" or "null" => null,
            "true" or "True" => true,
            "false" or "False" => false,
            var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            var text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            var text => text,
        };
    }
}
