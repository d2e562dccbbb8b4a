using System.Text.Json.Nodes;

namespace Framework.Deployment.Tests.Spec;

/// <summary>The check itself finds each kind of fault.</summary>
public sealed class TemplateCheckTests
{
    [Theory]
    [InlineData("""{"Type":"AWS::Nothing::Here"}""", "A: no type AWS::Nothing::Here")]
    [InlineData("""{"Type":"AWS::Lambda::Version","Properties":{}}""", "A: FunctionName is required")]
    [InlineData("""{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":"f","Nothing":1}}""", "A: no property Nothing")]
    [InlineData("""{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":7}}""", "A.FunctionName: 7 is not of type string")]
    [InlineData("""{"Type":"AWS::Logs::LogGroup","Properties":{"RetentionInDays":1.5}}""", "A.RetentionInDays: 1.5 is not of type integer")]
    [InlineData("""{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"B"}}}""", "A.FunctionName: nothing is named B")]
    [InlineData("""{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Fn::GetAtt":["Topic","Nothing"]}}}""", "A.FunctionName: Topic has no attribute Nothing")]
    [InlineData("""{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Fn::Sub":"x ${B.Arn}"}}}""", "A.FunctionName: nothing is named B")]
    [InlineData("""{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"A"}}}""", "a cycle among A")]
    [InlineData("""{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":"f"},"Nothing":1}""", "A: Nothing is not a field of a resource")]
    [InlineData("""{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":"f"},"DependsOn":["B"]}""", "A.DependsOn: nothing is named B")]
    [InlineData("""{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":"f"},"DependsOn":["A"]}""", "a cycle among A")]
    [InlineData("""{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":"f"},"UpdatePolicy":{"A":{"Ref":"B"}}}""", "A.UpdatePolicy.A: nothing is named B")]
    [InlineData("""{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":"f"}}""", null)]
    public void A_fault_is_found(string resource, string? fault)
    {
        Assert.SkipWhen(ServiceSpec.Missing is not null, ServiceSpec.Missing ?? "");
        var template = new JsonObject
        {
            ["Resources"] = new JsonObject { ["A"] = JsonNode.Parse(resource), ["Topic"] = new JsonObject { ["Type"] = "AWS::SNS::Topic" } },
        };

        Assert.Equal(fault is null ? [] : [fault], TemplateCheck.Faults(template));
    }
}
