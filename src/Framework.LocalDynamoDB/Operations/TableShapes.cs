using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>The shapes that CreateTable and UpdateTable share.</summary>
internal static class TableShapes
{
    /// <summary>Names in keys and projections have a lower limit than others.</summary>
    private static StringShape AttributeName { get; } = new()
    {
        Constraints = [Constraint.MinLength(1), Constraint.MaxLength(255)],
    };

    public static Member BillingMode { get; } =
        Optional("BillingMode", Shapes.OneOf("PROVISIONED", "PAY_PER_REQUEST"));

    public static Member DeletionProtection { get; } = Optional("DeletionProtectionEnabled", Shapes.Flag);

    public static Member TableClass { get; } =
        Optional("TableClass", Shapes.OneOf("STANDARD", "STANDARD_INFREQUENT_ACCESS"));

    public static Member StreamSpecification { get; } = Optional("StreamSpecification", new Structure(
        "StreamSpecification",
        Required("StreamEnabled", Shapes.Flag),
        Optional("StreamViewType", Shapes.OneOf("NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"))));

    public static Member Tags { get; } = Optional("Tags", new ListShape(new Structure(
        "Tag", Required("Key", Shapes.Text), Required("Value", Shapes.Text))
    { IsElement = true }));

    public static Structure Throughput { get; } = new(
        "ProvisionedThroughput",
        Required("WriteCapacityUnits", Units()),
        Required("ReadCapacityUnits", Units()));

    public static Member OnDemandThroughput { get; } = Optional("OnDemandThroughput", new Structure(
        "OnDemandThroughput",
        Optional("MaxReadRequestUnits", new NumberShape("Long")),
        Optional("MaxWriteRequestUnits", new NumberShape("Long"))));

    public static Member WarmThroughput { get; } = Optional("WarmThroughput", new Structure(
        "WarmThroughput", Optional("ReadUnitsPerSecond", Units()), Optional("WriteUnitsPerSecond", Units())));

    public static Member Encryption { get; } = Optional("SSESpecification", new Structure(
        "SSESpecification",
        Optional("Enabled", Shapes.Flag),
        Optional("SSEType", Shapes.OneOf("AES256", "KMS")),
        Optional("KMSMasterKeyId", Shapes.Text)));

    public static Member IndexName { get; } = Required("IndexName", Shapes.Name);

    public static Member Projection { get; } = Required("Projection", new Structure(
        "Projection",
        Optional("ProjectionType", Shapes.OneOf("ALL", "INCLUDE", "KEYS_ONLY")),
        Optional("NonKeyAttributes", new ListShape(AttributeName)
        {
            Constraints = [Constraint.MinLength(1), Constraint.MaxLength(20)],
        })));

    /// <summary>The number of attributes is checked later.</summary>
    public static Member GlobalKeySchema { get; } = KeySchema(Shapes.Text);

    public static Member TableKeySchema { get; } = KeySchema(Shapes.OneOf("HASH", "RANGE"), Constraint.MaxLength(2));

    private static Member LocalKeySchema { get; } = KeySchema(Shapes.Text, Constraint.MaxLength(2));

    public static Member LocalSecondaryIndexes { get; } = Optional("LocalSecondaryIndexes", new ListShape(
        new Structure("LocalSecondaryIndex", IndexName, LocalKeySchema, Projection) { IsElement = true }));

    public static Member GlobalSecondaryIndexes { get; } = Optional("GlobalSecondaryIndexes", new ListShape(
        new Structure(
            "GlobalSecondaryIndex", IndexName, GlobalKeySchema, Projection,
            Optional("ProvisionedThroughput", Throughput), OnDemandThroughput, WarmThroughput)
        { IsElement = true }));

    public static ListShape AttributeDefinitions { get; } = new(new Structure(
        "AttributeDefinition",
        Required("AttributeName", AttributeName),
        Required("AttributeType", Shapes.OneOf("B", "N", "S")))
    { IsElement = true });

    private static NumberShape Units() => new("Long") { Constraints = [Constraint.AtLeast(1)] };

    private static Member KeySchema(Shape keyType, params Constraint[] limits) =>
        Required("KeySchema", new ListShape(new Structure(
            "KeySchemaElement",
            Required("AttributeName", AttributeName),
            Required("KeyType", keyType))
        { IsElement = true })
        {
            Constraints = [Constraint.MinLength(1), .. limits],
        });
}
