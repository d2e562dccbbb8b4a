using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Expressions;

/// <summary>Makes a condition treat an absent value as the value that it is read as.</summary>
internal static class AbsentValue
{
    /// <summary>The condition, for absent values too.</summary>
    /// <param name="writer">Takes the names.</param>
    /// <param name="path">The value that the condition is on.</param>
    /// <param name="condition">The condition for stored values.</param>
    /// <param name="holdsOfNone">Whether the condition is true for an absent value in DynamoDB.</param>
    /// <param name="holds">Whether the condition is true for a value.</param>
    public static string Write(
        ExpressionWriter writer, DocumentPath path, string condition, bool holdsOfNone, Func<AttributeValue, bool> holds)
    {
        var absences = path.Absences().ToList();
        var other = absences
            .Where(absence => (absence.Value is { } value ? holds(value) : holdsOfNone) != holdsOfNone)
            .Select(absence => absence.Missing)
            .ToList();
        if (other.Count == 0)
            return condition;
        if (other.Count == absences.Count)
            return holdsOfNone
                ? $"(attribute_exists({path.Write(writer)}) AND {condition})"
                : $"(attribute_not_exists({path.Write(writer)}) OR {condition})";
        var missing = string.Join(" OR ", other.Select(beginning => IsFirstMissing(writer, beginning)));
        if (!holdsOfNone)
            return $"({missing} OR {condition})";
        // DynamoDB refuses parentheses that are not needed.
        return other.Count == 1 ? $"(NOT {missing} AND {condition})" : $"(NOT ({missing}) AND {condition})";
    }

    private static string IsFirstMissing(ExpressionWriter writer, DocumentPath path)
    {
        var missing = $"attribute_not_exists({path.Write(writer)})";
        return path.Parents.LastOrDefault() is { } parent ? $"(attribute_exists({parent.Write(writer)}) AND {missing})" : missing;
    }
}
