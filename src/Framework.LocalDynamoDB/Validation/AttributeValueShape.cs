using System.Text.Json;

namespace Framework.LocalDynamoDB.Validation;

/// <summary>
/// A DynamoDB value. Only its JSON types are checked here; what the value itself may be,
/// <see cref="Values.AttributeValueParser"/> checks.
/// </summary>
internal sealed class AttributeValueShape : Shape
{
    /// <summary>A value as an element of a list or map.</summary>
    public static AttributeValueShape Element { get; } = new(isElement: true);

    /// <summary>A value as a member of a structure.</summary>
    public static AttributeValueShape Field { get; } = new(isElement: false);

    private readonly Structure _structure;

    private AttributeValueShape(bool isElement)
    {
        var (text, blob, boolean) = (new StringShape(), new BlobShape(), new BooleanShape());
        var element = isElement ? this : Element;
        _structure = new Structure(
            "AttributeValue",
            Member.Optional("S", text),
            Member.Optional("B", blob),
            Member.Optional("N", text),
            Member.Optional("BOOL", boolean),
            Member.Optional("NULL", boolean),
            Member.Optional("BS", new ListShape(blob)),
            Member.Optional("NS", new ListShape(text)),
            Member.Optional("SS", new ListShape(text)),
            Member.Optional("L", new ListShape(element)),
            Member.Optional("M", new MapShape("AttributeValue", element)))
        { IsElement = isElement };
    }

    public override void CheckType(JsonElement value) => _structure.CheckType(value);
}
