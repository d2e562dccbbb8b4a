using Framework.Functions;

namespace Framework.Deployment.Tests;

/// <summary>Callers move to new code bit by bit, and back where an alarm of the function rings.</summary>
public sealed class ShiftTests
{
    [Fact]
    public void Each_function_has_a_group_with_its_alarms()
    {
        var deployed = Deployed.Of(FakeService.Of(100), new() { Shift = TrafficShift.LambdaCanary10Percent5Minutes });

        Assert.Equal(100, deployed.Of("AWS::CodeDeploy::DeploymentGroup").Count);
        var group = deployed["Endpoint42Shift"]["Properties"]!;
        Assert.Equal("CodeDeployDefault.LambdaCanary10Percent5Minutes", group["DeploymentConfigName"]!.GetValue<string>());
        Assert.Contains("DEPLOYMENT_STOP_ON_ALARM", group["AutoRollbackConfiguration"]!["Events"]!.ToJsonString(), StringComparison.Ordinal);
        var alarms = group["AlarmConfiguration"]!["Alarms"]!.AsArray().Select(alarm => alarm!["Name"]!["Ref"]!.GetValue<string>()).ToList();
        Assert.Equal(2, alarms.Count);
        Assert.All(alarms, alarm => Assert.Contains("Endpoint42", deployed[alarm].ToJsonString(), StringComparison.Ordinal));
        Assert.Equal(
            """{"CodeDeployLambdaAliasUpdate":{"ApplicationName":{"Ref":"Shift"},"DeploymentGroupName":{"Ref":"Endpoint42Shift"}}}""",
            deployed["Endpoint42Alias"]["UpdatePolicy"]!.ToJsonString());
    }

    [Fact]
    public void One_function_is_watched_by_ten_alarms_at_most()
    {
        var deployed = Deployed.Of(FakeService.Of(200), new() { Functions = FunctionLayout.OneForAll, Shift = TrafficShift.LambdaLinear10PercentEvery1Minute });

        Assert.Equal(10, deployed.Only("AWS::CodeDeploy::DeploymentGroup")["AlarmConfiguration"]!["Alarms"]!.AsArray().Count);
    }

    [Fact]
    public void Without_it_there_is_no_CodeDeploy()
    {
        var deployed = Deployed.Of(FakeService.Of(1), new());

        Assert.Empty(deployed.Of("AWS::CodeDeploy::Application"));
        Assert.Null(deployed["Endpoint0Alias"]["UpdatePolicy"]);
    }
}
