using System.Text.Json.Nodes;
using Framework.Local.DynamoDB;
using Framework.Local.Tests.DynamoDB.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Framework.Local.Tests.DynamoDB.Differential;

public sealed class DifferentialTests(DynamoDBLocalProcess peer) : IClassFixture<DynamoDBLocalProcess>
{
    [Fact]
    public void Programs_get_the_answers_that_DynamoDB_Local_gives()
    {
        var other = peer.Endpoint;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60),
            Prop.ForAll(Programs.Arbitrary(), program => RunAsync(program, other)));
    }

    private static async Task RunAsync(RequestCall[] program, DynamoDBEndpoint other)
    {
        await using var local = await LocalDynamoDB.StartAsync(new(), TestContext.Current.CancellationToken);
        using var own = new DynamoDBEndpoint(local.Endpoint);
        var table = $"t{Guid.NewGuid():N}";
        var create = CreateTable(table);
        Assert.Equal(200, (await own.SendAsync("CreateTable", create)).Status);
        Assert.Equal(200, (await other.SendAsync("CreateTable", create)).Status);

        foreach (var call in program)
        {
            var ours = await own.SendAsync(call.Operation, call.ForTable(table));
            var theirs = await other.SendAsync(call.Operation, call.ForTable(table));
            Assert.True(
                Comparison.AreEqual(call, ours, theirs),
                $"{call}\nours:   {ours.Status} {ours.Body.ToJsonString()}\ntheirs: {theirs.Status} {theirs.Body.ToJsonString()}");
        }

        await other.SendAsync("DeleteTable", new JsonObject { ["TableName"] = table });
    }

    private static JsonNode CreateTable(string name) => JsonNode.Parse($$"""
        {"TableName":"{{name}}","BillingMode":"PAY_PER_REQUEST",
         "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},{"AttributeName":"b","AttributeType":"N"},
            {"AttributeName":"c","AttributeType":"S"},{"AttributeName":"d","AttributeType":"N"}],
         "KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"b","KeyType":"RANGE"}],
         "LocalSecondaryIndexes":[{"IndexName":"byC","Projection":{"ProjectionType":"KEYS_ONLY"},
            "KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"c","KeyType":"RANGE"}]}],
         "GlobalSecondaryIndexes":[{"IndexName":"byD","Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["e"]},
            "KeySchema":[{"AttributeName":"d","KeyType":"HASH"}]}]}
        """)!;
}
