using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>Reads the secondary indexes of a request of CreateTable or UpdateTable.</summary>
internal sealed class IndexReader(IReadOnlyList<KeyAttribute> attributes, bool isPayPerRequest)
{
    // Limits: developer guide, "Quotas".
    private const int MaxLocal = 5;
    private const int MaxGlobal = 20;

    private const string Invalid = "One or more parameter values were invalid: ";

    private readonly List<IndexDefinition> _indexes = [];

    public IReadOnlyList<IndexDefinition> ReadAll(JsonElement request, KeySchema tableKey)
    {
        ReadLocal(request, tableKey);
        ReadGlobal(request);
        return _indexes;
    }

    /// <param name="index">The index in the request.</param>
    /// <param name="isGlobal">Whether it is a global index.</param>
    /// <param name="number">The number of the index in the store, the same as long as the index exists.</param>
    public IndexDefinition ReadOne(JsonElement index, bool isGlobal, int number)
    {
        var key = KeySchemaReader.ReadIndex(index, attributes, isGlobal);
        var projection = index.GetProperty("Projection");
        var throughput = ThroughputReader.Read(index);
        var capacity = new CapacityReader(isPayPerRequest);
        return new()
        {
            Name = index.Text("IndexName")!,
            Number = number,
            IsGlobal = isGlobal,
            Key = key,
            ProjectionType = projection.Text("ProjectionType") ?? "",
            NonKeyAttributes = [.. projection.Elements("NonKeyAttributes").Select(name => name.GetString()!)],
            Throughput = throughput,
            OnDemand = capacity.OnDemand(index),
            Warm = capacity.Warm(index, throughput),
        };
    }

    public static void CheckProjection(IndexDefinition index)
    {
        if (index.ProjectionType.Length == 0)
            throw DynamoDBException.Validation($"{Invalid}Unknown ProjectionType: null");
        if (index.NonKeyAttributes.Count > 0 && index.ProjectionType != "INCLUDE")
            throw DynamoDBException.Validation(
                $"{Invalid}ProjectionType is {index.ProjectionType}, but NonKeyAttributes is specified");
        if (index.NonKeyAttributes.Distinct().Count() != index.NonKeyAttributes.Count)
            throw DynamoDBException.Validation(
                $"{Invalid}Duplicate attribute name in NonKeyAttributes of index: {index.Name}");
        if (index.NonKeyAttributes.Count == 0 && index.ProjectionType == "INCLUDE")
            throw DynamoDBException.Validation(
                $"{Invalid}ProjectionType is {index.ProjectionType}, but NonKeyAttributes is not specified");
    }

    public void CheckThroughput(JsonElement index, string name)
    {
        var isGiven = index.Member("ProvisionedThroughput") is not null;
        if (isPayPerRequest && isGiven)
            throw DynamoDBException.Validation($"{Invalid}ProvisionedThroughput should not be specified "
                + $"for index: {name} when BillingMode is PAY_PER_REQUEST");
        if (!isPayPerRequest && !isGiven)
            throw DynamoDBException.Validation($"{Invalid}ProvisionedThroughput is not specified for index: {name}");
    }

    private void ReadLocal(JsonElement request, KeySchema tableKey)
    {
        if (request.Member("LocalSecondaryIndexes") is not { } list)
            return;
        if (list.GetArrayLength() == 0)
            throw DynamoDBException.Validation($"{Invalid}List of LocalSecondaryIndexes is empty");
        if (tableKey.Range is null)
            throw DynamoDBException.Validation($"{Invalid}Table KeySchema does not have a range key, "
                + "which is required when specifying a LocalSecondaryIndex");
        foreach (var element in list.EnumerateArray())
        {
            var index = ReadOne(element, isGlobal: false, _indexes.Count);
            if (index.Key.Range is null)
                throw DynamoDBException.Validation(
                    $"{Invalid}Index KeySchema does not have a range key for index: {index.Name}");
            if (index.Key.Hash != tableKey.Hash)
                throw DynamoDBException.Validation($"{Invalid}Index KeySchema does not have the same leading hash "
                    + $"key as table KeySchema for index: {index.Name}. "
                    + $"index hash key: {index.Key.Hash.Name}, table hash key: {tableKey.Hash.Name}");
            CheckProjection(index);
            Add(index);
        }

        if (_indexes.Count > MaxLocal)
            throw DynamoDBException.Validation(
                $"{Invalid}Number of LocalSecondaryIndexes exceeds per-table limit of {MaxLocal}");
    }

    private void ReadGlobal(JsonElement request)
    {
        if (request.Member("GlobalSecondaryIndexes") is not { } list)
            return;
        if (list.GetArrayLength() == 0)
            throw DynamoDBException.Validation($"{Invalid}List of GlobalSecondaryIndexes is empty");
        foreach (var element in list.EnumerateArray())
        {
            var index = ReadOne(element, isGlobal: true, _indexes.Count);
            CheckProjection(index);
            CheckThroughput(element, index.Name);
            Add(index);
        }

        if (list.GetArrayLength() > MaxGlobal)
            throw DynamoDBException.Validation(
                $"{Invalid}GlobalSecondaryIndex count exceeds the per-table limit of {MaxGlobal}");
    }

    private void Add(IndexDefinition index)
    {
        if (_indexes.Any(other => other.Name == index.Name))
            throw DynamoDBException.Validation($"{Invalid}Duplicate index name: {index.Name}");
        _indexes.Add(index);
    }
}
