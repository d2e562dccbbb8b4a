using Amazon.DynamoDBv2;
using Framework.Deployment.Model;
using Framework.Deployment.Reading;
using Framework.DynamoDB;
using Framework.Functions;
using Framework.Parameters;
using Microsoft.Extensions.DependencyInjection;
using Todo.Service;

namespace Framework.Deployment.Tests;

/// <summary>What a function may do follows from its constructor.</summary>
public sealed class PermissionTests
{
    private static readonly string[] Reads = ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"];

    [Fact]
    public void Who_reads_a_table_may_read_it_alone()
    {
        var permission = Assert.Single(Permissions<Reader>());

        Assert.Equal(("Reader(IReadTable<TodoItem> todos)", "todos"), (permission.Reason, permission.Table?.Name));
        Assert.Equal(Reads, permission.Actions);
    }

    [Fact]
    public void Who_has_a_table_may_write_it_too()
    {
        var permission = Assert.Single(Permissions<Writer>());

        Assert.Equal(
            ["dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"],
            permission.Actions);
    }

    [Fact]
    public void Who_asks_for_nothing_may_do_nothing() => Assert.Empty(Permissions<Idle>());

    [Fact]
    public void A_table_behind_a_service_of_the_author_s_counts()
    {
        var permission = Assert.Single(Permissions<Indirect>(services => services.AddSingleton<IStore, Store>()));

        Assert.Equal("Indirect(IStore store) -> table: IReadTable<TodoItem>", permission.Reason);
        Assert.Equal(Reads, permission.Actions);
    }

    [Fact]
    public void A_table_behind_a_factory_counts() => Assert.Single(Permissions<Direct>(services =>
        services.AddSingleton(provider => new Store(provider.GetRequiredService<IReadTable<TodoItem>>()))));

    [Fact]
    public void A_raw_client_is_refused()
    {
        var exception = Assert.Throws<DeploymentException>(() => Permissions<Raw>());

        Assert.Equal(
            "Raw(IAmazonDynamoDB client) is a client of AWS, and a deployment cannot know what it is for. Say it on the class that asks for it, [Permission(\"service:Action\", \"arn:...\")], or ask for a narrower service, such as ITable<T>.",
            exception.Message);
    }

    [Fact]
    public void A_raw_client_behind_a_service_is_refused() =>
        Assert.Throws<DeploymentException>(() => Permissions<BehindRaw>(services => services.AddSingleton<RawStore>()));

    [Fact]
    public void A_raw_client_whose_class_says_what_it_is_for_has_those_permissions()
    {
        var permission = Assert.Single(Permissions<Declared>());

        Assert.Equal(("dynamodb:DescribeTable", "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders"), (permission.Actions[0], permission.Arn));
    }

    [Fact]
    public void Parameters_are_read_by_every_function()
    {
        var model = ModelReader.Read(FakeService.Of([FakeService.Endpoint<Idle>("GET", "/")], builder => builder.AddParameters(parameters => parameters
            .Path("/shop").Name("/shared/key:3", "Payments:ApiKey").Secret("shop/database", "Database"))));

        Assert.Equal(
            [
                ("secretsmanager:GetSecretValue", "secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:shop/database-??????"),
                ("ssm:GetParameters", "ssm:${AWS::Region}:${AWS::AccountId}:parameter/aws/reference/secretsmanager/shop/database"),
                ("ssm:GetParameters", "ssm:${AWS::Region}:${AWS::AccountId}:parameter/shared/key"),
                ("ssm:GetParametersByPath", "ssm:${AWS::Region}:${AWS::AccountId}:parameter/shop"),
                ("ssm:GetParametersByPath", "ssm:${AWS::Region}:${AWS::AccountId}:parameter/shop/*"),
            ],
            model.Functions[0].Permissions.Select(permission => (permission.Actions[0], permission.Arn!["arn:${AWS::Partition}:".Length..])).Order());
        Assert.Contains(model.Functions[0].Permissions, permission => permission.Reason == "AddParameters reads /shop");
    }

    [Fact]
    public void An_authorizer_s_constructor_counts_too()
    {
        var model = ModelReader.Read(FakeService.Of(
            [FakeService.Endpoint<Idle>("GET", "/")], builder => builder.Services.AddTable<TodoItem>("todos"), FakeService.Authorizer<Reader>("x-api-key")));

        Assert.Equal(Reads, Assert.Single(model.FunctionOf("Reader").Permissions).Actions);
        Assert.Empty(model.FunctionOf("Idle").Permissions);
    }

    [Fact]
    public void What_several_constructors_ask_for_is_in_a_policy_once()
    {
        var deployed = Deployed.Of(
            FakeService.Of([FakeService.Endpoint<Reader>("GET", "/a"), FakeService.Endpoint<Reader>("GET", "/b") with { Name = "Reader2" }], builder => builder.Services.AddTable<TodoItem>("todos")),
            new() { Functions = FunctionLayout.OneForAll });
        var statements = deployed["ShopRole"]["Properties"]!["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray();

        Assert.Equal(2, statements.Count);
        Assert.Equal("Reader(IReadTable<TodoItem> todos), Reader2(IReadTable<TodoItem> todos)", statements[1]!["#"]!.GetValue<string>());
    }

    [Fact]
    public void A_table_that_nobody_registers_is_refused()
    {
        var exception = Assert.Throws<DeploymentException>(() => ModelReader.Read(FakeService.Of<Reader>()));

        Assert.Contains("AddTable<TodoItem>", exception.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Permission> Permissions<T>(Action<IServiceCollection>? register = null) => ModelReader.Read(FakeService.Of<T>(builder =>
    {
        builder.Services.AddTable<TodoItem>("todos");
        register?.Invoke(builder.Services);
    })).Functions[0].Permissions;

#pragma warning disable CS9113 // The constructors are all that counts.
    private interface IStore;

    private sealed class Store(IReadTable<TodoItem> table) : IStore;

    private sealed class RawStore(IAmazonDynamoDB client);

    private sealed class Reader(IReadTable<TodoItem> todos);

    private sealed class Writer(ITable<TodoItem> todos);

    private sealed class Idle(TimeProvider clock);

    private sealed class Indirect(IStore store);

    private sealed class Direct(Store store);

    private sealed class Raw(IAmazonDynamoDB client);

    private sealed class BehindRaw(RawStore store);

    [Permission("dynamodb:DescribeTable", "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders")]
    private sealed class Declared(IAmazonDynamoDB client);
#pragma warning restore CS9113
}
