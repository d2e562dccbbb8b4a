using System.Globalization;
using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Validation;

/// <param name="element">What each element looks like.</param>
internal sealed class ListShape(Shape element) : Shape
{
    /// <summary>The service's own message where a list is inside a generic type.</summary>
    public const string GenericCast =
        "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast to class java.lang.Class "
        + "(sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl and java.lang.Class are in module java.base "
        + "of loader 'bootstrap')";

    public bool IsGeneric { get; init; }

    public override void CheckType(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
            throw DynamoDBException.Serialization("Start of structure or map found where not expected");
        if (value.ValueKind != JsonValueKind.Array)
            throw DynamoDBException.Serialization(IsGeneric ? GenericCast : "Unexpected field type");
        foreach (var child in value.EnumerateArray())
            if (child.ValueKind != JsonValueKind.Null)
                element.CheckType(child);
    }

    protected override void CheckMembers(JsonElement value, string path, Violations violations)
    {
        var number = 0;
        foreach (var child in value.EnumerateArray())
        {
            number++;
            var place = $"{path}.{number.ToString(CultureInfo.InvariantCulture)}.member";
            if (child.ValueKind == JsonValueKind.Null)
                violations.Add(null, place, "Member must not be null");
            else
                element.CheckConstraints(child, place, violations);
        }
    }
}
