using System.Text.Json.Nodes;
using Framework.Deployment.Comparison;
using Framework.Deployment.Tests.Support;

namespace Framework.Deployment.Tests.Comparison;

/// <summary>Two templates are compared by what they mean, and what must be confirmed is found.</summary>
public sealed class ComparisonTests
{
    private const string Table = """{"T":{"Type":"AWS::DynamoDB::Table","Properties":{"KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],"AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],"X":1},"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}}""";

    [Theory]
    [InlineData("""{"A":{"Type":"X","Properties":{"A":1,"B":[1,2]}}}""", """{"A":{"Properties":{"B":[2,1],"A":"1"},"Type":"X"}}""")]
    [InlineData("""{"A":{"Type":"X","Properties":{"A":true}}}""", """{"A":{"Type":"X","Properties":{"A":"true"}}}""")]
    [InlineData("""{"A":{"Type":"X","Properties":{"#":"why","A":1}}}""", """{"A":{"Type":"X","Properties":{"A":1}}}""")]
    [InlineData("""{"A":{"Type":"X","Properties":{"A":{"Fn::GetAtt":"B.C.D"}}}}""", """{"A":{"Type":"X","Properties":{"A":{"Fn::GetAtt":["B","C.D"]}}}}""")]
    [InlineData("""{"FVersion1":{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"F"}}},"A":{"Type":"AWS::Lambda::Alias","Properties":{"V":{"Fn::GetAtt":["FVersion1","Version"]}}}}""", """{"FVersion2":{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"F"}}},"A":{"Type":"AWS::Lambda::Alias","Properties":{"V":{"Fn::GetAtt":["FVersion2","Version"]}}}}""")]
    [InlineData("""{"N":{"Type":"AWS::CloudFormation::Stack","Properties":{"TemplateURL":"a"}}}""", """{"N":{"Type":"AWS::CloudFormation::Stack","Properties":{"TemplateURL":"b"}}}""")]
    public void What_means_the_same_does_not_differ(string before, string after) => Assert.Empty(Compare(before, after));

    [Theory]
    [InlineData("""{"A":{"Type":"X","Properties":{"A":[{"Name":"n","V":1}]}}}""", """{"A":{"Type":"X","Properties":{"A":[{"Name":"n","V":2}]}}}""", "Properties.A[n].V: 1 -> 2")]
    [InlineData("""{"A":{"Type":"X","Properties":{"A":[1,1]}}}""", """{"A":{"Type":"X","Properties":{"A":[1]}}}""", "Properties.A[-]: 1 -> ")]
    [InlineData("""{"A":{"Type":"X","Properties":{"A":[1]}}}""", """{"A":{"Type":"X","Properties":{"A":[1,2]}}}""", "Properties.A[+]:  -> 2")]
    [InlineData("""{"A":{"Type":"X","Properties":{"CacheBehaviors":[1,2]}}}""", """{"A":{"Type":"X","Properties":{"CacheBehaviors":[2,1]}}}""", "Properties.CacheBehaviors: [\"1\",\"2\"] -> [\"2\",\"1\"]")]
    [InlineData("""{"A":{"Type":"X","Properties":{"A":{"Fn::Join":["-",["a","b"]]}}}}""", """{"A":{"Type":"X","Properties":{"A":{"Fn::Join":["-",["b","a"]]}}}}""", "Properties.A: {\"Fn::Join\":[\"-\",[\"a\",\"b\"]]} -> {\"Fn::Join\":[\"-\",[\"b\",\"a\"]]}")]
    [InlineData("""{"A":{"Type":"X"}}""", """{"A":{"Type":"X","DeletionPolicy":"Retain"}}""", "DeletionPolicy:  -> Retain")]
    public void A_property_that_differs_is_named(string before, string after, string change)
    {
        var only = Assert.Single(Assert.Single(Compare(before, after)).Properties);

        Assert.Equal(change, $"{only.Path}: {Show(only.Before)} -> {Show(only.After)}");
    }

    [Fact]
    public void A_value_of_a_parameter_stands_in_its_place()
    {
        var templates = Named("""{"D":{"Type":"AWS::Cognito::UserPoolDomain","Properties":{"Domain":{"Ref":"SignInPrefix"},"C":{"Ref":"CodeKey"}}}}""");

        var change = Assert.Single(TemplateComparison.Compare(
            templates, templates, Values(("SignInPrefix", "a"), ("CodeKey", "1")), Values(("SignInPrefix", "b"), ("CodeKey", "2"))));

        Assert.Equal("Properties.Domain", Assert.Single(change.Properties).Path);
        Assert.Equal(RiskKind.Replaces, Assert.Single(change.Risks).Kind);
    }

    [Theory]
    [InlineData("\"id\",\"KeyType\"", "\"owner\",\"KeyType\"", "KeySchema")]
    [InlineData("\"AttributeType\":\"S\"", "\"AttributeType\":\"N\"", "AttributeDefinitions[id].AttributeType")]
    [InlineData("\"X\":1", "\"LocalSecondaryIndexes\":[]", "LocalSecondaryIndexes")]
    public void A_table_that_is_made_anew_is_empty(string before, string after, string property)
    {
        var risk = Assert.Single(Assert.Single(Compare(Table, Table.Replace(before, after, StringComparison.Ordinal))).Risks);

        Assert.Equal(RiskKind.Replaces, risk.Kind);
        Assert.Contains($"Properties.{property}", risk.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("; the new one is empty, and the one before stays beside it", risk.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"X\":1", "\"X\":2")]
    [InlineData("[{\"AttributeName\":\"id\",\"AttributeType\":\"S\"}]", "[{\"AttributeName\":\"id\",\"AttributeType\":\"S\"},{\"AttributeName\":\"more\",\"AttributeType\":\"S\"}]")]
    public void A_change_in_place_is_no_risk(string before, string after) =>
        Assert.Empty(Assert.Single(Compare(Table, Table.Replace(before, after, StringComparison.Ordinal))).Risks);

    [Theory]
    [InlineData(Table, "{}", null)]
    [InlineData("""{"T":{"Type":"AWS::DynamoDB::Table"}}""", "{}", "it is deleted with what is in it")]
    [InlineData("""{"T":{"Type":"AWS::SNS::Topic"}}""", "{}", null)]
    [InlineData("""{"T":{"Type":"AWS::DynamoDB::Table","DeletionPolicy":"Retain"}}""", """{"T":{"Type":"AWS::DynamoDB::Table"}}""", "it is no longer kept when it leaves the stack")]
    [InlineData("""{"T":{"Type":"AWS::Logs::LogGroup","Properties":{"RetentionInDays":30}}}""", """{"T":{"Type":"AWS::Logs::LogGroup","Properties":{"RetentionInDays":7}}}""", "logs older than 7 days are deleted")]
    [InlineData("""{"T":{"Type":"AWS::Logs::LogGroup"}}""", """{"T":{"Type":"AWS::Logs::LogGroup","Properties":{"RetentionInDays":7}}}""", "logs older than 7 days are deleted")]
    [InlineData("""{"T":{"Type":"AWS::Logs::LogGroup","Properties":{"RetentionInDays":7}}}""", """{"T":{"Type":"AWS::Logs::LogGroup","Properties":{"RetentionInDays":30}}}""", null)]
    [InlineData("""{"T":{"Type":"AWS::DynamoDB::Table","Properties":{"P":1}}}""", """{"T":{"Type":"AWS::DynamoDB::Table","Properties":{"P":1,"TimeToLiveSpecification":{"AttributeName":"a","Enabled":true}}}}""", "items whose time to live has come are deleted")]
    [InlineData("""{"T":{"Type":"AWS::DynamoDB::Table","Properties":{"PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}}}""", """{"T":{"Type":"AWS::DynamoDB::Table","Properties":{"PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":false}}}}""", "backups of the last days are deleted")]
    [InlineData("""{"T":{"Type":"AWS::DynamoDB::Table","Properties":{"TableName":"a"}}}""", """{"T":{"Type":"AWS::DynamoDB::Table","Properties":{"TableName":"b"}}}""", "the one before is deleted with what is in it")]
    public void Data_that_is_lost_is_found(string before, string after, string? sentence) =>
        Assert.Equal(sentence, Risks(before, after, RiskKind.DeletesData).SingleOrDefault());

    [Fact]
    public void Data_that_stays_is_said() =>
        Assert.Equal(["it leaves the stack and stays in the account, with what is in it"], Assert.Single(Compare(Table, "{}")).Notes);

    [Fact]
    public void A_permission_of_a_route_is_made_anew_without_a_risk() => Assert.Empty(Risks(
        """{"P":{"Type":"AWS::Lambda::Permission","Properties":{"FunctionName":"a","Action":"i","Principal":"p"}}}""",
        """{"P":{"Type":"AWS::Lambda::Permission","Properties":{"FunctionName":"b","Action":"i","Principal":"p"}}}""", RiskKind.Replaces));

    [Fact]
    public void Two_indexes_at_once_are_said()
    {
        var after = Table.Replace("\"X\":1", "\"GlobalSecondaryIndexes\":[{\"IndexName\":\"a\"},{\"IndexName\":\"b\"}]", StringComparison.Ordinal);
        var before = Table.Replace("\"X\":1", "\"GlobalSecondaryIndexes\":[]", StringComparison.Ordinal);

        Assert.StartsWith("DynamoDB adds or removes one global index", Assert.Single(Assert.Single(Compare(before, after)).Notes), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Risks(string before, string after, RiskKind kind) =>
        Compare(before, after).SelectMany(change => change.Risks).Where(risk => risk.Kind == kind).Select(risk => risk.Sentence);

    private static IReadOnlyList<Change> Compare(string before, string after) => TemplateComparison.Compare(Named(before), Named(after));

    private static Dictionary<string, JsonObject> Named(string resources) => new() { ["template"] = Templates.Of(resources) };

    private static Dictionary<string, string> Values(params (string Key, string Value)[] values) => values.ToDictionary(pair => pair.Key, pair => pair.Value);

    private static string Show(JsonNode? node) => node is JsonValue value ? value.ToString() : node?.ToJsonString() ?? "";
}
