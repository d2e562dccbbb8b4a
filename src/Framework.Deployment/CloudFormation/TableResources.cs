using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Deployment.Reading;
using Framework.Resources;

namespace Framework.Deployment.CloudFormation;

/// <summary>The tables, as their items declare them. They outlive the stack and any replacement.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html">
/// AWS::DynamoDB::Table</see>.</remarks>
internal static class TableResources
{
    public static string Id(TableResource table) => $"{LogicalId.Of(table.Name)}Table";

    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        foreach (var table in model.Tables)
        {
            var resource = Cfn.Resource("AWS::DynamoDB::Table", Properties(table));
            resource["DeletionPolicy"] = "Retain";
            resource["UpdateReplacePolicy"] = "Retain";
            resources.Add(Id(table), resource);
        }
    }

    private static JsonObject Properties(TableResource table)
    {
        var properties = new JsonObject
        {
            ["BillingMode"] = "PAY_PER_REQUEST",
            ["AttributeDefinitions"] = Attributes(table),
            ["KeySchema"] = Key(table.PartitionKey, table.SortKey),
        };
        Add(properties, "GlobalSecondaryIndexes", table.Indexes.Where(index => !index.IsLocal));
        Add(properties, "LocalSecondaryIndexes", table.Indexes.Where(index => index.IsLocal));
        if (table.ExpiresAt is { } attribute)
            properties["TimeToLiveSpecification"] = new JsonObject { ["AttributeName"] = attribute, ["Enabled"] = true };
        properties["PointInTimeRecoverySpecification"] = new JsonObject { ["PointInTimeRecoveryEnabled"] = true };
        return properties;
    }

    private static void Add(JsonObject properties, string name, IEnumerable<TableIndex> indexes)
    {
        var all = indexes.OrderBy(index => index.Name, StringComparer.Ordinal).Select(index => (JsonNode)new JsonObject
        {
            ["IndexName"] = index.Name,
            ["KeySchema"] = Key(index.PartitionKey, index.SortKey),
            ["Projection"] = new JsonObject { ["ProjectionType"] = "ALL" },
        }).ToList();
        if (all.Count > 0)
            properties[name] = Cfn.Array(all);
    }

    private static JsonArray Attributes(TableResource table) => Cfn.Array(
        table.Indexes.SelectMany(index => new[] { index.PartitionKey, index.SortKey })
            .Concat([table.PartitionKey, table.SortKey]).OfType<TableKey>().Distinct().OrderBy(key => key.Name, StringComparer.Ordinal)
            .Select(key => (JsonNode)new JsonObject { ["AttributeName"] = key.Name, ["AttributeType"] = key.Type }));

    private static JsonArray Key(TableKey partition, TableKey? sort)
    {
        var key = new JsonArray(Part(partition, "HASH"));
        if (sort is not null)
            key.Add(Part(sort, "RANGE"));
        return key;
    }

    private static JsonObject Part(TableKey key, string type) => new() { ["AttributeName"] = key.Name, ["KeyType"] = type };
}
