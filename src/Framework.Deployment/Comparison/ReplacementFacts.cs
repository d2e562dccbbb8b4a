using System.Collections.Frozen;

namespace Framework.Deployment.Comparison;

/// <summary>Which properties of a resource cannot change in place: CloudFormation makes the resource anew. The table is npm's
/// <c>@aws-cdk/aws-service-spec</c> 0.1.216 for the types that templates of services have: the properties with <c>causesReplacement</c>. A
/// test compares them.</summary>
internal static class ReplacementFacts
{
    // What the description lacks. An index of this kind is made with its table alone, and a key's type is part of the key:
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html
    private static readonly string[] OfTables = ["AttributeDefinitions.AttributeType", "LocalSecondaryIndexes"];

    /// <summary>The types that hold data, as <c>isStateful</c> of the same source says.</summary>
    public static FrozenSet<string> Stateful { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "AWS::Cognito::UserPool",
        "AWS::DynamoDB::Table",
        "AWS::KMS::Key",
        "AWS::Logs::LogGroup",
        "AWS::S3::Bucket",
        "AWS::SQS::Queue",
        "AWS::SecretsManager::Secret");

    /// <summary>The properties that cause replacement, by type.</summary>
    public static FrozenDictionary<string, string[]> Properties { get; } = new Dictionary<string, string[]>
    {
        ["AWS::ApiGateway::Account"] = [],
        ["AWS::ApiGateway::ApiKey"] = ["GenerateDistinctId", "Name", "Value"],
        ["AWS::ApiGateway::Authorizer"] = ["RestApiId"],
        ["AWS::ApiGateway::BasePathMapping"] = ["BasePath", "DomainName"],
        ["AWS::ApiGateway::Deployment"] = ["DeploymentCanarySettings", "RestApiId"],
        ["AWS::ApiGateway::DomainName"] = ["DomainName"],
        ["AWS::ApiGateway::GatewayResponse"] = ["ResponseType", "RestApiId"],
        ["AWS::ApiGateway::Method"] = ["HttpMethod", "ResourceId", "RestApiId"],
        ["AWS::ApiGateway::RequestValidator"] = ["Name", "RestApiId"],
        ["AWS::ApiGateway::Resource"] = ["ParentId", "PathPart", "RestApiId"],
        ["AWS::ApiGateway::RestApi"] = [],
        ["AWS::ApiGateway::Stage"] = ["RestApiId", "StageName"],
        ["AWS::ApiGateway::UsagePlan"] = [],
        ["AWS::ApiGateway::UsagePlanKey"] = ["KeyId", "KeyType", "UsagePlanId"],
        ["AWS::ApiGatewayV2::Api"] = ["ProtocolType"],
        ["AWS::ApiGatewayV2::ApiMapping"] = ["DomainName"],
        ["AWS::ApiGatewayV2::Authorizer"] = ["ApiId"],
        ["AWS::ApiGatewayV2::Deployment"] = ["ApiId"],
        ["AWS::ApiGatewayV2::DomainName"] = ["DomainName"],
        ["AWS::ApiGatewayV2::Integration"] = ["ApiId"],
        ["AWS::ApiGatewayV2::IntegrationResponse"] = ["ApiId", "IntegrationId"],
        ["AWS::ApiGatewayV2::Route"] = ["ApiId"],
        ["AWS::ApiGatewayV2::RouteResponse"] = ["ApiId", "RouteId"],
        ["AWS::ApiGatewayV2::Stage"] = ["ApiId", "StageName"],
        ["AWS::CertificateManager::Certificate"] = ["CertificateAuthorityArn", "CertificateExport", "DomainName", "DomainValidationOptions", "KeyAlgorithm", "SubjectAlternativeNames", "ValidationMethod"],
        ["AWS::CloudFront::CachePolicy"] = [],
        ["AWS::CloudFront::Distribution"] = [],
        ["AWS::CloudFront::Function"] = ["Name"],
        ["AWS::CloudFront::KeyValueStore"] = ["Name"],
        ["AWS::CloudFront::OriginAccessControl"] = [],
        ["AWS::CloudFront::OriginRequestPolicy"] = [],
        ["AWS::CloudFront::ResponseHeadersPolicy"] = [],
        ["AWS::CloudWatch::Alarm"] = ["AlarmName"],
        ["AWS::CloudWatch::CompositeAlarm"] = ["AlarmName"],
        ["AWS::CloudWatch::Dashboard"] = ["DashboardName"],
        ["AWS::CodeDeploy::Application"] = ["ApplicationName", "ComputePlatform"],
        ["AWS::CodeDeploy::DeploymentConfig"] = ["ComputePlatform", "DeploymentConfigName", "MinimumHealthyHosts", "TrafficRoutingConfig", "ZonalConfig"],
        ["AWS::CodeDeploy::DeploymentGroup"] = ["ApplicationName", "DeploymentGroupName"],
        ["AWS::Cognito::IdentityPool"] = [],
        ["AWS::Cognito::IdentityPoolRoleAttachment"] = ["IdentityPoolId"],
        ["AWS::Cognito::UserPool"] = [],
        ["AWS::Cognito::UserPoolClient"] = ["GenerateSecret", "UserPoolId"],
        ["AWS::Cognito::UserPoolDomain"] = ["Domain", "UserPoolId"],
        ["AWS::Cognito::UserPoolGroup"] = ["GroupName", "UserPoolId"],
        ["AWS::Cognito::UserPoolResourceServer"] = ["Identifier", "UserPoolId"],
        ["AWS::DynamoDB::Table"] = ["ImportSourceSpecification", "KeySchema", "TableName"],
        ["AWS::EC2::SecurityGroup"] = ["GroupDescription", "GroupName", "VpcId"],
        ["AWS::ElasticLoadBalancingV2::Listener"] = ["LoadBalancerArn"],
        ["AWS::ElasticLoadBalancingV2::ListenerRule"] = ["ListenerArn"],
        ["AWS::ElasticLoadBalancingV2::LoadBalancer"] = ["Name", "Scheme", "Type"],
        ["AWS::ElasticLoadBalancingV2::TargetGroup"] = ["IpAddressType", "Name", "Port", "Protocol", "ProtocolVersion", "TargetType", "VpcId"],
        ["AWS::Events::EventBus"] = ["EventSourceName", "Name"],
        ["AWS::Events::Rule"] = ["EventBusName", "Name"],
        ["AWS::IAM::ManagedPolicy"] = ["Description", "ManagedPolicyName", "Path"],
        ["AWS::IAM::Policy"] = [],
        ["AWS::IAM::Role"] = ["Path", "RoleName"],
        ["AWS::KMS::Key"] = [],
        ["AWS::Lambda::Alias"] = ["FunctionName", "Name"],
        ["AWS::Lambda::EventInvokeConfig"] = ["FunctionName", "Qualifier"],
        ["AWS::Lambda::EventSourceMapping"] = ["AmazonManagedKafkaEventSourceConfig", "EventSourceArn", "SelfManagedEventSource", "SelfManagedKafkaEventSourceConfig", "StartingPosition", "StartingPositionTimestamp"],
        ["AWS::Lambda::Function"] = ["FunctionName", "PackageType", "TenancyConfig"],
        ["AWS::Lambda::LayerVersion"] = ["CompatibleArchitectures", "CompatibleRuntimes", "Content", "Description", "LayerName", "LicenseInfo"],
        ["AWS::Lambda::Permission"] = ["Action", "EventSourceToken", "FunctionName", "FunctionUrlAuthType", "InvokedViaFunctionUrl", "Principal", "PrincipalOrgID", "SourceAccount", "SourceArn"],
        ["AWS::Lambda::Url"] = ["Qualifier", "TargetFunctionArn"],
        ["AWS::Lambda::Version"] = ["CodeSha256", "Description", "FunctionName", "ProvisionedConcurrencyConfig", "RuntimePolicy"],
        ["AWS::Logs::LogGroup"] = ["LogGroupName"],
        ["AWS::Logs::MetricFilter"] = ["FilterName", "LogGroupName"],
        ["AWS::Route53::RecordSet"] = ["HostedZoneId", "HostedZoneName", "Name"],
        ["AWS::S3::Bucket"] = ["BucketName", "BucketNamePrefix", "BucketNamespace", "ObjectLockEnabled"],
        ["AWS::S3::BucketPolicy"] = ["Bucket"],
        ["AWS::SNS::Subscription"] = ["Endpoint", "Protocol", "TopicArn"],
        ["AWS::SNS::Topic"] = ["FifoTopic", "TopicName"],
        ["AWS::SNS::TopicPolicy"] = [],
        ["AWS::SQS::Queue"] = ["FifoQueue", "QueueName"],
        ["AWS::SQS::QueuePolicy"] = [],
        ["AWS::SSM::Parameter"] = ["Name"],
        ["AWS::Scheduler::Schedule"] = ["Name"],
        ["AWS::Scheduler::ScheduleGroup"] = ["Name"],
        ["AWS::SecretsManager::ResourcePolicy"] = ["SecretId"],
        ["AWS::SecretsManager::Secret"] = ["Name"],
        ["AWS::WAFv2::IPSet"] = ["Name", "Scope"],
        ["AWS::WAFv2::RuleGroup"] = ["Name", "Scope"],
        ["AWS::WAFv2::WebACL"] = ["Name", "Scope"],
        ["AWS::WAFv2::WebACLAssociation"] = ["ResourceArn", "WebACLArn"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a change of a property makes the resource anew.</summary>
    /// <param name="type">The resource's type.</param>
    /// <param name="path">The property's path within the resource's properties; items of lists are in brackets.</param>
    public static bool CausesReplacement(string type, string path)
    {
        var names = string.Concat(path.Split('[', ']').Where((_, index) => index % 2 == 0));
        return Properties.GetValueOrDefault(type, []).Contains(names.Split('.')[0])
            || (type == "AWS::DynamoDB::Table" && OfTables.Any(fact => names == fact || names.StartsWith($"{fact}.", StringComparison.Ordinal)));
    }
}
