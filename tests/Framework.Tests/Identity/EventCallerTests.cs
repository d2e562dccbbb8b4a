using System.Text;
using Framework.Dispatch;
using Framework.Identity;

namespace Framework.Tests.Identity;

/// <summary>Who the caller is, from where each gateway says it. The objects are those of AWS's documentation.</summary>
public sealed class EventCallerTests
{
    private const string Sub = "0f5e9b1c-1234-4c3d-9d5e-1a2b3c4d5e6f";

    [Theory]
    [InlineData("""{"authorizer":{"claims":{"sub":"user-1","cognito:groups":"admins,editors","scope":"a b","token_use":"access","exp":"Fri Jul 29 18:52:53 UTC 2026"}}}""")]
    [InlineData("""{"authorizer":{"principalId":"other","claims":{"sub":"user-1","scope":"a b","token_use":"access"}}}""")]
    public void A_Cognito_authorizer_s_claims_name_the_caller(string context)
    {
        var caller = V1(context);

        Assert.Equal(("user-1", AuthenticationType.Token, "access"), (caller.Id, caller.AuthenticationType, caller.TokenUse));
        Assert.Equal(["a", "b"], caller.Scopes);
    }

    [Theory]
    [InlineData("admins,editors", false, "admins|editors")]
    [InlineData("admins, editors", false, "admins|editors")]
    [InlineData("admins", false, "admins")]
    [InlineData("[admins editors]", false, "admins|editors")]
    [InlineData("[admins editors]", true, "admins|editors")]
    [InlineData("admins,editors", true, "admins,editors")]
    public void Groups_are_apart_as_each_gateway_writes_them(string groups, bool isHttpApi, string expected)
    {
        var claims = $"\"authorizer\":{{\"claims\":{{\"sub\":\"user-1\",\"cognito:groups\":\"{groups}\"}}}}";
        var version = isHttpApi ? "\"version\":\"1.0\"," : "";

        var caller = Decode($"{{{version}\"path\":\"/\",\"httpMethod\":\"GET\",\"requestContext\":{{{claims}}}}}");

        Assert.Equal(expected.Split('|'), caller.Groups);
    }

    [Theory]
    [InlineData("""{"authorizer":{"principalId":"user-1","integrationLatency":12,"tenant":"blue","level":"3","isAdmin":"true"}}""", false)]
    [InlineData("""{"authorizer":{"principalId":"x","sub":"user-1","tenant":"blue","level":3,"isAdmin":true}}""", false)]
    [InlineData("""{"authorizer":{"lambda":{"sub":"user-1","tenant":"blue","level":3,"isAdmin":true}}}""", true)]
    [InlineData("""{"authorizer":{"lambda":{"principalId":"user-1","tenant":"blue","level":"3","isAdmin":"true"}}}""", true)]
    public void A_Lambda_authorizer_s_context_is_typed(string context, bool isV2)
    {
        var caller = isV2 ? V2(context) : V1(context);

        Assert.Equal(("user-1", AuthenticationType.LambdaAuthorizer, "blue"), (caller.Id, caller.AuthenticationType, caller.Claim("tenant")));
        Assert.True(caller.TryGetClaim<int>("level", out var level) && level == 3);
        Assert.True(caller.TryGetClaim<bool>("isAdmin", out var isAdmin) && isAdmin);
        Assert.False(caller.TryGetClaim<int>("tenant", out _));
        Assert.False(caller.TryGetClaim<int>("other", out _));
    }

    [Fact]
    public void An_IAM_identity_is_its_ARN()
    {
        const string Arn = "arn:aws:iam::111122223333:user/example-user";
        var first = V1($$$$$"""{"identity":{"accessKey":"AKIA","accountId":"111122223333","caller":"AIDA","user":"AIDB","userArn":"{{{{{Arn}}}}}","cognitoIdentityId":null,"cognitoAuthenticationType":null,"sourceIp":"192.0.2.1","userAgent":"x"}}""");
        var second = V2($$$$$"""{"authorizer":{"iam":{"accessKey":"AKIA","accountId":"111122223333","callerId":"AIDA","cognitoIdentity":null,"principalOrgId":"AIDC","userArn":"{{{{{Arn}}}}}","userId":"AIDB"}}}""");

        foreach (var caller in (Caller[])[first, second])
        {
            Assert.Equal((Arn, AuthenticationType.Iam), (caller.Id, caller.AuthenticationType));
            Assert.Equal(("111122223333", "AIDA", "AIDB"), (caller.Claim("accountId"), caller.Claim("callerId"), caller.Claim("userId")));
            Assert.Null(caller.Claim("userAgent"));
        }
    }

    [Theory]
    [InlineData("cognito-idp.eu-central-1.amazonaws.com/eu-central-1_a,cognito-idp.eu-central-1.amazonaws.com/eu-central-1_a:CognitoSignIn:" + Sub, Sub)]
    [InlineData("accounts.google.com", "eu-central-1:identity")]
    [InlineData("login.example.com,login.example.com:CognitoSignIn:victim", "eu-central-1:identity")]
    [InlineData("cognito-idp.eu-central-1.amazonaws.com/a,cognito-idp.eu-central-1.amazonaws.com/a:CognitoSignIn:b:CognitoSignIn:victim", "eu-central-1:identity")]
    public void A_signed_in_user_of_an_identity_pool_is_the_user_pool_s_user(string provider, string expected)
    {
        var first = V1($$$$$"""{"identity":{"userArn":"arn:aws:sts::1:assumed-role/auth/CognitoIdentityCredentials","cognitoIdentityId":"eu-central-1:identity","cognitoIdentityPoolId":"pool","cognitoAuthenticationType":"authenticated","cognitoAuthenticationProvider":"{{{{{provider}}}}}"}}""");
        var second = V2($$$$$"""{"authorizer":{"iam":{"userArn":"arn:aws:sts::1:assumed-role/auth/CognitoIdentityCredentials","cognitoIdentity":{"amr":["authenticated","{{{{{provider}}}}}"],"identityId":"eu-central-1:identity","identityPoolId":"pool"} } } }""");

        foreach (var caller in (Caller[])[first, second])
        {
            Assert.Equal((expected, AuthenticationType.IdentityPool), (caller.Id, caller.AuthenticationType));
            Assert.Equal(("eu-central-1:identity", "pool"), (caller.Claim("identityId"), caller.Claim("identityPoolId")));
        }
    }

    [Theory]
    [InlineData("""{"identity":{"userArn":"arn:aws:sts::1:assumed-role/guest/x","cognitoIdentityId":"id","cognitoAuthenticationType":"unauthenticated"}}""", false)]
    [InlineData("""{"identity":{"userArn":"arn:aws:sts::1:assumed-role/guest/x","cognitoIdentityId":"id","cognitoAuthenticationType":null}}""", false)]
    [InlineData("""{"authorizer":{"iam":{"userArn":"arn:aws:sts::1:assumed-role/guest/x","cognitoIdentity":{"amr":["unauthenticated"],"identityId":"id"}}}}""", true)]
    [InlineData("""{"authorizer":{"iam":{"userArn":"arn:aws:sts::1:assumed-role/guest/x","cognitoIdentity":{"amr":null,"identityId":"id"}}}}""", true)]
    public void A_guest_of_an_identity_pool_is_not_signed_in(string context, bool isV2) =>
        Assert.False((isV2 ? V2(context) : V1(context)).IsAuthenticated);

    [Theory]
    [InlineData("""{"authorizer":null}""")]
    [InlineData("""{"authorizer":{}}""")]
    [InlineData("""{"authorizer":"claims"}""")]
    [InlineData("""{"authorizer":{"claims":null}}""")]
    [InlineData("""{"authorizer":{"claims":"{\"sub\":\"user-1\"}"}}""")]
    [InlineData("""{"authorizer":{"claims":{"sub":""}}}""")]
    [InlineData("""{"authorizer":{"jwt":null,"lambda":null,"iam":null}}""")]
    [InlineData("""{"authorizer":{"jwt":{"claims":null}}}""")]
    [InlineData("""{"authorizer":{"lambda":{"tenant":"blue"}}}""")]
    [InlineData("""{"authorizer":{"iam":{"userArn":null}}}""")]
    [InlineData("""{"authorizer":{"tenant":"blue"}}""")]
    [InlineData("""{"identity":null}""")]
    [InlineData("""{"identity":{}}""")]
    [InlineData("""{"identity":{"userArn":"","accessKey":"AKIA"}}""")]
    [InlineData("""{"identity":{"clientCert":{"subjectDN":""}},"authentication":{"clientCert":{"subjectDN":" "}}}""")]
    [InlineData("""{"identity":{"clientCert":null},"authentication":{"clientCert":null}}""")]
    [InlineData("""{"authentication":null}""")]
    public void What_names_nobody_leaves_the_caller_anonymous(string context)
    {
        Assert.False(V1(context).IsAuthenticated);
        Assert.False(V2(context).IsAuthenticated);
    }

    [Fact]
    public void A_client_certificate_names_the_caller_only_where_that_is_enough()
    {
        const string Certificate = """{"clientCertPem":"PEM","subjectDN":"CN=device-7","issuerDN":"CN=ca","serialNumber":"a1:a1","validity":{"notBefore":"May 28 12:30:02 2026 GMT","notAfter":"Aug  5 09:36:04 2027 GMT"}}""";
        var callers = (Caller[])
        [
            V1($$$$$"""{"identity":{"clientCert":{{{{{Certificate}}}}},"sourceIp":"192.0.2.1"}}"""),
            V2($$$$$"""{"authentication":{"clientCert":{{{{{Certificate}}}}}}}"""),
        ];

        foreach (var caller in callers)
        {
            Assert.False(caller.IsAuthenticated);
            Assert.Equal(("CN=device-7", AuthenticationType.Certificate), (caller.ByCertificate().Id, caller.ByCertificate().AuthenticationType));
            Assert.Equal(("CN=ca", "a1:a1", "PEM"), (caller.Certificate!.IssuerDn, caller.Certificate.SerialNumber, caller.Certificate.Pem));
            Assert.Equal(new DateTimeOffset(2026, 5, 28, 12, 30, 2, TimeSpan.Zero), caller.Certificate.NotBefore);
            Assert.Equal(new DateTimeOffset(2027, 8, 5, 9, 36, 4, TimeSpan.Zero), caller.Certificate.NotAfter);
        }
    }

    [Fact]
    public void A_token_names_the_caller_also_where_there_is_a_certificate()
    {
        var callers = (Caller[])
        [
            V1("""{"authorizer":{"claims":{"sub":"user-1"}},"identity":{"clientCert":{"subjectDN":"CN=device-7","validity":{"notAfter":"soon"}}}}"""),
            V2("""{"authorizer":{"jwt":{"claims":{"sub":"user-1"}}},"authentication":{"clientCert":{"subjectDN":"CN=device-7","validity":null}}}"""),
        ];

        foreach (var caller in callers)
        {
            Assert.Equal(("user-1", AuthenticationType.Token), (caller.Id, caller.AuthenticationType));
            Assert.Equal(("CN=device-7", null), (caller.Certificate!.SubjectDn, caller.Certificate.NotAfter));
        }
    }

    [Fact]
    public void What_a_client_sends_names_nobody()
    {
        const string Forged = """{"authorizer":{"claims":{"sub":"admin"},"jwt":{"claims":{"sub":"admin"}}},"x-amzn-oidc-identity":"admin","sub":"admin"}""";
        foreach (var payload in (string[])
        [
            $$"""{"version":"2.0","rawPath":"/","rawQueryString":"sub=admin","headers":{{Forged}},"authorizer":{"jwt":{"claims":{"sub":"admin"} } },"queryStringParameters":{{Forged}},"requestContext":{"http":{"method":"GET"} } }""",
            $$"""{"path":"/","httpMethod":"GET","headers":{{Forged}},"multiValueHeaders":{{Forged}},"authorizer":{"claims":{"sub":"admin"} },"identity":{"userArn":"admin"},"requestContext":{"stage":"prod"} }""",
        ])
        {
            var bytes = Encoding.UTF8.GetBytes(payload);
            using var decoded = Dispatcher.CodecOf(EventShapes.Of(bytes)).Decode(bytes);
            Assert.False(decoded.Caller.IsAuthenticated);
        }
    }

    private static Caller V1(string context) => Decode($$"""{"path":"/","httpMethod":"GET","requestContext":{{context}}}""");

    private static Caller V2(string context) =>
        Decode($$"""{"version":"2.0","rawPath":"/","requestContext":{"http":{"method":"GET"},{{context[1..]}}}""");

    private static Caller Decode(string payload)
    {
        var bytes = Encoding.UTF8.GetBytes(payload);
        using var decoded = Dispatcher.CodecOf(EventShapes.Of(bytes)).Decode(bytes);
        return decoded.Caller;
    }
}
