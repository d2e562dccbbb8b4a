using Amazon.DynamoDBv2;
using Framework.LocalDynamoDB.Http;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests.Http;

public sealed class ApiOperationsTests : LocalDynamoDBTest
{
    public static TheoryData<string> Operations { get; } = [.. ApiOperations.Tables];

    [Fact]
    public void Every_operation_that_the_SDK_knows_is_listed() => Assert.Equal(
        typeof(AmazonDynamoDBRequest).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(AmazonDynamoDBRequest)))
            .Select(type => type.Name[..^"Request".Length])
            .Order(StringComparer.Ordinal),
        ApiOperations.Tables.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_is_served_or_says_that_it_is_not(string operation)
    {
        var response = await SendAsync(operation, "{}");

        if (response.ErrorType == "UnknownOperationException")
            Assert.Equal($"{operation} is not served by the local DynamoDB.", (string?)response.Body["message"]);
    }

    [Fact]
    public async Task A_name_of_no_operation_is_unknown_without_a_word() =>
        Assert.Equal(("UnknownOperationException", null), await FailAsync("CreateEverything", "{}"));
}
