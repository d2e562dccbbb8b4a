using System.Text.Json;
using Framework.LocalDynamoDB.Expressions.Binding;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions;

/// <summary>All expressions of one request, bound to its names and values.</summary>
internal sealed class RequestExpressions
{
    public IReadOnlyList<UpdateAction>? Update { get; private init; }

    public Condition? Condition { get; private init; }

    public Condition? KeyCondition { get; private init; }

    public Condition? Filter { get; private init; }

    public IReadOnlyList<DocumentPath>? Projection { get; private init; }

    /// <summary>Parses the expressions in the service's order. Some expression must use each name and value of the request.</summary>
    public static RequestExpressions Parse(JsonElement request)
    {
        var attributes = new ExpressionAttributes(ReadNames(request), ReadValues(request));
        var expressions = new RequestExpressions
        {
            Update = Bind(request, "UpdateExpression", source =>
                new UpdateBinder(attributes).Bind(UpdateParser.Parse(source))),
            Condition = Bind(request, "ConditionExpression", BindCondition),
            KeyCondition = Bind(request, "KeyConditionExpression", BindCondition),
            Filter = Bind(request, "FilterExpression", BindCondition),
            Projection = BindProjection(request, attributes),
        };
        RefuseUnused("ExpressionAttributeNames", attributes.UnusedNames);
        RefuseUnused("ExpressionAttributeValues", attributes.UnusedValues);
        return expressions;

        Condition BindCondition(string source) => new ConditionBinder(attributes).Bind(ConditionParser.Parse(source));
    }

    /// <summary>Parses the projection of a request that only reads an item. Such a request has no values.</summary>
    public static IReadOnlyList<DocumentPath>? ParseProjection(JsonElement request)
    {
        var attributes = new ExpressionAttributes(ReadNames(request), new Dictionary<string, AttributeValue>());
        var projection = BindProjection(request, attributes);
        RefuseUnused("ExpressionAttributeNames", attributes.UnusedNames);
        return projection;
    }

    private static IReadOnlyList<DocumentPath>? BindProjection(JsonElement request, ExpressionAttributes attributes) =>
        Bind(request, "ProjectionExpression", source =>
            new ProjectionBinder(attributes).Bind(ProjectionParser.Parse(source)));

    private static T? Bind<T>(JsonElement request, string parameter, Func<string, T> bind)
        where T : class
    {
        if (request.Text(parameter) is not { } source)
            return null;
        if (source.Length == 0)
            throw Invalid(parameter, "The expression can not be empty;");
        if (source.Length > ExpressionRules.MaxLength)
            throw Invalid(
                parameter,
                $"Expression size has exceeded the maximum allowed size; expression size: {source.Length}");
        try
        {
            return bind(source);
        }
        catch (ExpressionException exception)
        {
            throw Invalid(parameter, exception.Message);
        }
    }

    private static Dictionary<string, string> ReadNames(JsonElement request)
    {
        const string Parameter = "ExpressionAttributeNames";
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in request.Members(Parameter))
            names[member.Name] = member.Value.GetString()!;
        CheckPlaceholders(request, Parameter, '#', names.Keys);
        foreach (var (placeholder, name) in names)
            if (AttributeValueParser.FaultOf(name) is { } fault)
                throw DynamoDBException.Validation($"{Parameter} contains invalid value: {fault} for key {placeholder}");
        return names;
    }

    private static Dictionary<string, AttributeValue> ReadValues(JsonElement request)
    {
        const string Parameter = "ExpressionAttributeValues";
        CheckPlaceholders(request, Parameter, ':', request.Members(Parameter).Select(member => member.Name));
        var values = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var member in request.Members(Parameter))
        {
            if (AttributeValueParser.Parse(member.Value, out var value) is { } fault)
                throw DynamoDBException.Validation(
                    $"{Parameter} contains invalid value: {fault} for key {member.Name}");
            values[member.Name] = value;
        }

        return values;
    }

    private static void CheckPlaceholders(
        JsonElement request, string parameter, char prefix, IEnumerable<string> placeholders)
    {
        if (request.Member(parameter) is null)
            return;
        var any = false;
        foreach (var placeholder in placeholders)
        {
            any = true;
            if (placeholder.Length < 2 || placeholder[0] != prefix
                || !placeholder.Skip(1).All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
                throw DynamoDBException.Validation(
                    $"{parameter} contains invalid key: Syntax error; key: \"{placeholder}\"");
        }

        if (!any)
            throw DynamoDBException.Validation($"{parameter} must not be empty");
    }

    private static void RefuseUnused(string parameter, IReadOnlyCollection<string> unused)
    {
        if (unused.Count > 0)
            throw DynamoDBException.Validation(
                $"Value provided in {parameter} unused in expressions: keys: {{{string.Join(", ", unused)}}}");
    }

    private static DynamoDBException Invalid(string parameter, string fault) =>
        DynamoDBException.Validation($"Invalid {parameter}: {fault}");
}
