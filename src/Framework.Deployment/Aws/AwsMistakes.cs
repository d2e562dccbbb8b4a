using System.Text.RegularExpressions;

namespace Framework.Deployment.Aws;

/// <summary>Explains what the AWS CLI and CloudFormation report: the mistakes that a person who deploys makes, each in one sentence with its
/// fix.</summary>
internal static class AwsMistakes
{
    private static readonly AwsMistake[] All =
    [
        Of("Unable to locate credentials|NoCredentials|Partial credentials found|config profile .* could not be found",
            "There are no credentials of AWS: run aws configure sso or aws configure, or set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."),
        Of("ExpiredToken|RequestExpired|Token has expired|SSO session .* expired|SSO Token .* expired|Error loading SSO Token|Your session has expired",
            "The credentials of AWS have expired: run aws sso login, or get new ones, and run the command again."),
        Of("InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|InvalidAccessKeyId|AuthFailure|InvalidSignatureException",
            "AWS does not know the access key, or its secret is wrong: run aws sts get-caller-identity, and correct the key. Where the clock of this machine is wrong, set it."),
        Of("Could not connect to the endpoint URL: \"(?<url>[^\"]*)\"|Invalid endpoint|InvalidRegion|The .* location constraint is incompatible",
            "{region} cannot be reached or is no region of AWS: check --region and the network."),
        Of("BucketAlreadyExists|\\(403\\) when calling the HeadBucket",
            "The bucket for packages belongs to another account, or you may not see it: choose another name, --bucket NAME, or ask for s3:ListBucket on it."),
        Of("\\(301\\) when calling the HeadBucket|PermanentRedirect|IllegalLocationConstraint",
            "The bucket for packages is in another region than {region}: choose another name, --bucket NAME."),
        Of("NoSuchBucket", "The bucket for packages was deleted while the command ran: run it again."),
        // The deployer, of the CLI and of a resource that CloudFormation makes in the deployer's name.
        Of("(?:User: (?<user>\\S+) )?is not authorized to perform: (?<action>[\\w:-]+\\w)",
            "You may not call {action}: ask the account's administrator for this permission, which docs/deployment.md lists with the others, then run the command again."),
        Of("AccessDenied|UnauthorizedOperation|AuthorizationError|explicit deny",
            "You lack a permission: docs/deployment.md lists those that deploying takes; ask the account's administrator for them, then run the command again."),
        Of("OperationInProgress|_IN_PROGRESS state and can ?not be|is currently being updated|ResourceInUseException|ConcurrentModification|ResourceConflictException",
            "Another operation is at work on the stack or on one of its resources: wait until it is done, then run the command again."),
        Of("(?:viewer|SSL) certificate.*us-east-1|InvalidViewerCertificate|certificate.*doesn't exist, isn't in us-east-1",
            "CloudFront takes certificates of us-east-1 alone: request the certificate there, aws acm request-certificate --region us-east-1, and give its ARN."),
        Of("Domain already (?:associated|exists)|domain .* already (?:exists|associated)",
            "The domain of the sign-in page is taken in {region}: choose another one, --parameter SignInPrefix=NAME."),
        Of("AWS::Logs::LogGroup.*already exists|log group already exists",
            "A log group of that name already exists, made by a function that logged before its stack made the group: delete it, aws logs delete-log-group, or name the group otherwise."),
        Of("UnreservedConcurrentExecution",
            "The account has too little concurrency left for ReservedConcurrency: lower it in [Function], or ask for a higher quota of concurrent executions in Service Quotas."),
        Of("LimitExceeded|ServiceQuotaExceeded|TooManyBuckets|limit (?:was |has been )?exceeded|quota|Maximum number of",
            "A quota of the account is reached: AWS's text names it; ask for more in Service Quotas, or delete what is no longer used."),
        Of("already exists",
            "A resource of that name already exists outside the stack: delete or rename it, or deploy another stage."),
        Of("Rate exceeded|Throttling|TooManyRequests", "AWS takes no more calls for the moment: wait a minute and run the command again."),
        Of("S3 error|TemplateURL must|Access Denied.*TemplateURL", "CloudFormation cannot read the templates: the bucket must be in {region}, and you need s3:GetObject on it."),
        Of("is in (?:ROLLBACK_COMPLETE|ROLLBACK_FAILED|CREATE_FAILED|DELETE_FAILED) state",
            "The stack of the first deployment was never finished and can only be deleted: run destroy for the stage, then deploy again."),
        Of("is in UPDATE_ROLLBACK_FAILED state",
            "The stack could not go back after a failed update: run aws cloudformation continue-update-rollback for it, then deploy again."),
        Of("TerminationProtection is enabled", "The stack is protected from deletion: destroy takes it off with --allow-protected."),
    ];

    /// <summary>The sentence for a text of AWS, with the text behind it; the text alone where nothing is known.</summary>
    /// <param name="text">What the CLI or a resource's event says.</param>
    /// <param name="region">The region.</param>
    public static string Explain(string text, string region)
    {
        foreach (var mistake in All)
        {
            if (mistake.Sign.Match(text) is not { Success: true } match)
                continue;
            var sentence = mistake.Sentence.Replace("{region}", region, StringComparison.Ordinal).Replace("{action}", match.Groups["action"].Value, StringComparison.Ordinal);
            return $"{sentence}\n  AWS said: {text}";
        }
        return text;
    }

    private static AwsMistake Of(string sign, string sentence) => new(new Regex(sign, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline), sentence);
}
