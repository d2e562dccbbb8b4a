using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>An Application Load Balancer in front of the one function.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html">Elastic Load
/// Balancing's documentation</see>.</remarks>
internal static class LoadBalancerResources
{
    public const string LoadBalancer = "ApiLoadBalancer";

    private const string Group = "ApiSecurityGroup";
    private const string Targets = "ApiTargets";
    private const string Listener = "ApiListener";
    private const string Permission = "ApiTargetsPermission";

    public static JsonObject Address { get; } = Cfn.Sub($"https://${{{LoadBalancer}.DNSName}}");

    /// <summary>What the template asks for: type and description by name.</summary>
    public static IReadOnlyDictionary<string, (string Type, string Description)> Parameters { get; } = new SortedDictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["Certificate"] = ("String", "The ARN of the certificate of the load balancer's domain, in the same region"),
        ["Subnets"] = ("List<AWS::EC2::Subnet::Id>", "Two public subnets or more, each in another availability zone"),
        ["Vpc"] = ("AWS::EC2::VPC::Id", "The network of the load balancer"),
    };

    public static void Add(ResourceSet resources, DeploymentModel model)
    {
        var function = model.Functions[0];
        resources.Add(Group, Cfn.Resource("AWS::EC2::SecurityGroup", new JsonObject
        {
            ["GroupDescription"] = "HTTPS from everywhere",
            ["VpcId"] = Cfn.Ref("Vpc"),
            ["SecurityGroupIngress"] = new JsonArray(Rule("CidrIp", "0.0.0.0/0"), Rule("CidrIpv6", "::/0")),
        }));
        resources.Add(LoadBalancer, Cfn.Resource("AWS::ElasticLoadBalancingV2::LoadBalancer", new JsonObject
        {
            ["Type"] = "application",
            ["Scheme"] = "internet-facing",
            ["SecurityGroups"] = new JsonArray(Cfn.Ref(Group)),
            ["Subnets"] = Cfn.Ref("Subnets"),
            ["LoadBalancerAttributes"] = new JsonArray(Setting("routing.http.drop_invalid_header_fields.enabled", "true")),
        }));
        // The function must allow its target group before it is one of its targets: so any target group of this account may invoke it.
        resources.Add(Permission, Cfn.Resource("AWS::Lambda::Permission", new JsonObject
        {
            ["FunctionName"] = Cfn.Ref(FunctionResources.Alias(function)),
            ["Action"] = "lambda:InvokeFunction",
            ["Principal"] = "elasticloadbalancing.amazonaws.com",
            ["SourceArn"] = Cfn.Sub("arn:${AWS::Partition}:elasticloadbalancing:${AWS::Region}:${AWS::AccountId}:targetgroup/*"),
        }));
        resources.Add(Targets, TargetGroup(function));
        resources.Add(Listener, Cfn.Resource("AWS::ElasticLoadBalancingV2::Listener", new JsonObject
        {
            ["LoadBalancerArn"] = Cfn.Ref(LoadBalancer),
            ["Port"] = 443,
            ["Protocol"] = "HTTPS",
            ["SslPolicy"] = "ELBSecurityPolicy-TLS13-1-2-2021-06",
            ["Certificates"] = new JsonArray(new JsonObject { ["CertificateArn"] = Cfn.Ref("Certificate") }),
            ["DefaultActions"] = new JsonArray(new JsonObject
            {
                ["Type"] = "fixed-response",
                ["FixedResponseConfig"] = new JsonObject { ["StatusCode"] = "404", ["ContentType"] = "application/json", ["MessageBody"] = """{"type":"urn:problem-type:not-found","title":"Not Found","status":404}""" },
            }),
        }));
        resources.Add("ApiListenerRule", Cfn.Resource("AWS::ElasticLoadBalancingV2::ListenerRule", new JsonObject
        {
            ["ListenerArn"] = Cfn.Ref(Listener),
            ["Priority"] = 1,
            ["Conditions"] = new JsonArray(new JsonObject { ["Field"] = "path-pattern", ["PathPatternConfig"] = new JsonObject { ["Values"] = new JsonArray("/*") } }),
            ["Actions"] = new JsonArray(new JsonObject { ["Type"] = "forward", ["TargetGroupArn"] = Cfn.Ref(Targets) }),
        }));
    }

    private static JsonObject TargetGroup(FunctionModel function)
    {
        var group = Cfn.Resource("AWS::ElasticLoadBalancingV2::TargetGroup", new JsonObject
        {
            ["TargetType"] = "lambda",
            ["Targets"] = new JsonArray(new JsonObject { ["Id"] = Cfn.Ref(FunctionResources.Alias(function)) }),
            // Without it a repeated header or query name has its last value alone.
            ["TargetGroupAttributes"] = new JsonArray(Setting("lambda.multi_value_headers.enabled", "true")),
            // Each check is an invocation: the longest interval is enough.
            ["HealthCheckEnabled"] = true,
            ["HealthCheckPath"] = "/",
            ["HealthCheckIntervalSeconds"] = 300,
            ["HealthCheckTimeoutSeconds"] = 30,
            ["Matcher"] = new JsonObject { ["HttpCode"] = "200" },
        });
        group["DependsOn"] = new JsonArray(Permission);
        return group;
    }

    private static JsonObject Rule(string range, string value) => new() { ["IpProtocol"] = "tcp", ["FromPort"] = 443, ["ToPort"] = 443, [range] = value };

    private static JsonObject Setting(string key, string value) => new() { ["Key"] = key, ["Value"] = value };
}
