using Framework.Local.Access;
using Framework.Resources;

namespace Framework.Local.Tests.Access;

public sealed class FunctionPolicyTests
{
    private const string Orders = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders";

    private const string Connections = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${WebSocketApi}/";

    private static readonly TableResource Notes = new("notes", new TableKey("id", "S"), SortKey: null, ExpiresAt: null);

    private static readonly TableResource Indexed = new("days", new TableKey("id", "S"), SortKey: null, ExpiresAt: null)
    {
        Indexes = [new("byDay", new TableKey("day", "S"), null)],
        Items = [typeof(Note)],
    };

    [Theory]
    [InlineData("dynamodb:GetItem", "notes", null, true)]
    [InlineData("dynamodb:PutItem", "notes", null, false)]
    [InlineData("dynamodb:GetItem", "notes2", null, false)]
    [InlineData("dynamodb:GetItem", "notes", "byDay", false)]
    [InlineData("dynamodb:Query", "days", "byDay", true)]
    [InlineData("dynamodb:DescribeTable", "orders", null, true)]
    [InlineData("dynamodb:DescribeTable", "orders2", null, false)]
    [InlineData("dynamodb:BatchGetItem", "all-1", null, true)]
    [InlineData("dynamodb:BatchWriteItem", "all-1", null, false)]
    public void A_function_may_call_what_its_role_allows_and_nothing_else(string action, string table, string? index, bool isAllowed)
    {
        var policy = new FunctionPolicy(
        [
            new("", ["dynamodb:GetItem"], Notes, Arn: null),
            new("", ["dynamodb:Query"], Indexed, Arn: null),
            new("", ["DynamoDB:DescribeTable"], Table: null, Orders),
            new("", ["dynamodb:*Get*"], Table: null, "arn:*:table/all-?"),
        ]);

        Assert.Equal(isAllowed, policy.Allows(new TableCall(action, table, index)));
    }

    [Theory]
    [InlineData("POST", true)]
    [InlineData("DELETE", false)]
    [InlineData("GET", false)]
    public void A_function_may_call_the_connections_that_its_role_allows(string method, bool isAllowed)
    {
        var policy = new FunctionPolicy(
        [
            new("", ["dynamodb:GetItem"], Notes, Arn: null),
            new("", ["execute-api:ManageConnections"], Table: null, $"{Connections}live/POST/@connections/*"),
            new("", ["execute-api:ManageConnections"], Table: null, $"{Connections}other/DELETE/@connections/*"),
            new("", ["execute-api:Invoke"], Table: null, $"{Connections}live/GET/@connections/*"),
        ]);

        Assert.Equal(isAllowed, policy.Allows(new ConnectionCall(method, "L0SM9cOFvHcCIhw=")));
    }

    [Theory]
    [InlineData("POST", "Let its constructor, or that of a service that it asks for, ask for IConnections.")]
    [InlineData("DELETE", "Let its constructor, or that of a service that it asks for, ask for IConnections.")]
    [InlineData("GET", $"Say what it needs on its class: [Permission(\"execute-api:ManageConnections\", \"{Connections}live/GET/@connections/*\")].")]
    public void A_denied_call_to_a_connection_says_what_is_missing(string method, string fix)
    {
        var policies = new FunctionPolicies(new Dictionary<string, FunctionPolicy> { ["Say"] = new([]) }, []);

        Assert.Equal($"Say may not call execute-api:ManageConnections. {fix}", policies.Denial("Say", new ConnectionCall(method, "id")));
        Assert.Null(policies.Denial("local", new ConnectionCall(method, "id")));
    }

    [Fact]
    public void A_denied_message_to_a_connection_is_read_whole_by_its_sender()
    {
        var longest = new string('F', 64);
        var policies = new FunctionPolicies(new Dictionary<string, FunctionPolicy> { [longest] = new([]) }, []);

        // A sender keeps 200 characters of an error.
        Assert.InRange(policies.Denial(longest, new ConnectionCall("POST", "id"))!.Length, 100, 200);
    }

    [Theory]
    [InlineData("dynamodb:Query", "days", "Let its constructor, or that of a service that it asks for by its class, ask for IReadTable<Note>.")]
    [InlineData("dynamodb:PutItem", "days", "Let its constructor, or that of a service that it asks for by its class, ask for ITable<Note>.")]
    [InlineData("dynamodb:Scan", "days", "Say what it needs on its class: [Permission(\"dynamodb:Scan\", \"arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/days\")].")]
    [InlineData("dynamodb:PutItem", "other", "Say what it needs on its class: [Permission(\"dynamodb:PutItem\", \"arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/other\")].")]
    public void A_denial_says_what_is_missing(string action, string table, string fix)
    {
        var policies = new FunctionPolicies(new Dictionary<string, FunctionPolicy> { ["GetNote"] = new([]) }, [Indexed]);

        Assert.Equal($"GetNote may not call {action} on the table {table}, as its role in AWS would say too. {fix}", policies.Denial("GetNote", new TableCall(action, table, null)));
        Assert.Null(policies.Denial("local", new TableCall(action, table, null)));
    }

    [Fact]
    public void What_a_deployment_refuses_is_denied_with_its_sentence()
    {
        var policies = new FunctionPolicies(new Dictionary<string, FunctionPolicy> { ["GetNote"] = new([], "Say it.") }, []);

        Assert.EndsWith(" Say it.", policies.Denial("GetNote", new TableCall("dynamodb:GetItem", "notes", null)), StringComparison.Ordinal);
    }

    [Fact]
    public void One_function_for_all_endpoints_may_do_what_each_of_them_may()
    {
        var all = FunctionPolicy.Union([new([new("", ["dynamodb:GetItem"], Notes, null)]), new([new("", ["dynamodb:PutItem"], Notes, null)])]);

        Assert.True(all.Allows(new TableCall("dynamodb:GetItem", "notes", null)));
        Assert.True(all.Allows(new TableCall("dynamodb:PutItem", "notes", null)));
    }

    private sealed record Note;
}
