using System.Text.Json.Nodes;
using Framework.Deployment.Comparison;
using Framework.Deployment.Tests.Support;

namespace Framework.Deployment.Tests.Comparison;

/// <summary>A permission that becomes wider is found, and one that becomes narrower is not.</summary>
public sealed class WideningTests
{
    private const string Read = """{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::a/b/*"}""";

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::a/b/*"}""", "newly allowed: s3:PutObject on arn:aws:s3:::a/b/*")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::a/b/*"}""", "newly allowed: s3:* on arn:aws:s3:::a/b/*")]
    [InlineData("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/*"}""", "newly allowed: s3:GetObject on arn:aws:s3:::a/*")]
    [InlineData("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}""", "newly allowed: s3:GetObject on *")]
    [InlineData("""{"Effect":"Allow","NotAction":"iam:*","Resource":"arn:aws:s3:::a/b/*"}""", "newly allowed: all but \"iam:*\" on arn:aws:s3:::a/b/*")]
    [InlineData("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/b/c"}""", null)]
    [InlineData("""{"Effect":"Allow","Action":"s3:GetObject","Resource":["arn:aws:s3:::a/b/*"],"Condition":{"Bool":{"aws:SecureTransport":"true"}}}""", null)]
    [InlineData("""{"Effect":"Deny","Action":"s3:PutObject","Resource":"*"}""", null)]
    public void A_role_that_may_more(string after, string? sentence) => Assert.Equal(sentence, Widened(Role(Read), Role(after)).SingleOrDefault());

    [Fact]
    public void A_condition_that_is_gone() => Assert.Single(Widened(
        Role("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"a","Condition":{"Bool":{"x":"true"}}}"""),
        Role("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"a"}""")));

    [Fact]
    public void A_denial_that_is_gone() => Assert.Contains("no longer denied", Assert.Single(Widened(
        Role("""{"Effect":"Deny","Action":"s3:PutObject","Resource":"*"}"""), Role("""{"Effect":"Allow","Action":[],"Resource":"a"}"""))), StringComparison.Ordinal);

    [Fact]
    public void The_same_in_two_statements_is_no_wider() => Assert.Empty(Widened(
        Role("""{"Effect":"Allow","Action":["a:B","a:C"],"Resource":"r"}"""),
        Role("""{"Effect":"Allow","Action":"a:B","Resource":"r"},{"Effect":"Allow","Action":"a:C","Resource":"r"}""")));

    [Theory]
    [InlineData("""{"AssumeRolePolicyDocument":{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"*"}}]}}""", "newly allowed: * may sts:AssumeRole on itself")]
    [InlineData("""{"ManagedPolicyArns":["arn:aws:iam::aws:policy/AdministratorAccess"]}""", "newly allowed: all that the policy allows on arn:aws:iam::aws:policy/AdministratorAccess")]
    public void A_role_that_more_may_have(string properties, string sentence) =>
        Assert.Equal(sentence, Assert.Single(Widened("""{"R":{"Type":"AWS::IAM::Role","Properties":{"X":1}}}""", $$$"""{"R":{"Type":"AWS::IAM::Role","Properties":{{{properties}}}}}""")));

    [Theory]
    [InlineData("AWS::ApiGatewayV2::Route", "AuthorizationType", "\"JWT\"", "\"NONE\"", true)]
    [InlineData("AWS::ApiGatewayV2::Route", "AuthorizationType", "\"NONE\"", "\"JWT\"", false)]
    [InlineData("AWS::Lambda::Url", "AuthType", "\"AWS_IAM\"", "\"NONE\"", true)]
    [InlineData("AWS::ApiGatewayV2::Route", "AuthorizationScopes", "[\"a\",\"b\"]", "[\"a\"]", true)]
    [InlineData("AWS::ApiGatewayV2::Route", "AuthorizationScopes", "[\"a\"]", "[\"a\",\"b\"]", false)]
    [InlineData("AWS::Cognito::IdentityPool", "AllowUnauthenticatedIdentities", "false", "true", true)]
    [InlineData("AWS::S3::Bucket", "PublicAccessBlockConfiguration", "{\"BlockPublicPolicy\":true}", "{\"BlockPublicPolicy\":false}", true)]
    [InlineData("AWS::S3::Bucket", "PublicAccessBlockConfiguration", "{\"BlockPublicPolicy\":false}", "{\"BlockPublicPolicy\":true}", false)]
    public void A_door_that_opens(string type, string property, string before, string after, bool isWider) => Assert.Equal(isWider, Widened(
        $$$"""{"R":{"Type":"{{{type}}}","Properties":{"{{{property}}}":{{{before}}} } } }""",
        $$$"""{"R":{"Type":"{{{type}}}","Properties":{"{{{property}}}":{{{after}}} } } }""").Any());

    [Theory]
    [InlineData("\"*\"", true)]
    [InlineData("\"apigateway.amazonaws.com\"", false)]
    public void A_new_function_that_everybody_may_call(string principal, bool isWider) => Assert.Equal(isWider, Widened(
        "{}", $$$"""{"P":{"Type":"AWS::Lambda::Permission","Properties":{"Action":"lambda:InvokeFunction","FunctionName":"f","Principal":{{{principal}}} } } }""").Any());

    [Fact]
    public void A_permission_that_takes_more_callers() => Assert.Single(Widened(
        """{"P":{"Type":"AWS::Lambda::Permission","Properties":{"Action":"a","FunctionName":"f","Principal":"p","SourceArn":"arn:api/*/GET/a"}}}""",
        """{"P":{"Type":"AWS::Lambda::Permission","Properties":{"Action":"a","FunctionName":"f","Principal":"p","SourceArn":"arn:api/*/*"}}}"""));

    [Fact]
    public void A_new_role_of_a_new_endpoint_is_no_wider() => Assert.Empty(Widened("{}", Role(Read)));

    [Fact]
    public void A_new_policy_is_wider_and_a_new_role_that_may_all_is_too()
    {
        Assert.Single(Widened("{}", """{"P":{"Type":"AWS::IAM::Policy","Properties":{"PolicyDocument":{"Statement":{"Effect":"Allow","Action":"a:B","Resource":"r"}}}}}"""));
        Assert.Single(Widened("{}", Role("""{"Effect":"Allow","Action":"*","Resource":"*"}""")));
    }

    private static string Role(string statements) =>
        """{"R":{"Type":"AWS::IAM::Role","Properties":{"Policies":[{"PolicyName":"P","PolicyDocument":{"Statement":[""" + statements + "]}}]}}}";

    private static IEnumerable<string> Widened(string before, string after) => TemplateComparison
        .Compare(new Dictionary<string, JsonObject> { ["template"] = Templates.Of(before) }, new Dictionary<string, JsonObject> { ["template"] = Templates.Of(after) })
        .SelectMany(change => change.Risks).Where(risk => risk.Kind == RiskKind.Widens).Select(risk => risk.Sentence);
}
