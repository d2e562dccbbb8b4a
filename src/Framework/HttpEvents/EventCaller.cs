using System.Globalization;
using Framework.Identity;

namespace Framework.HttpEvents;

/// <summary>Reads the caller from the one place where each gateway puts it. What a client can send, such as a header, is never
/// looked at.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html">API
/// Gateway's variables</see>.</remarks>
internal static class EventCaller
{
    /// <summary>The caller that an authorizer of payload format 1.0 found: the claims of a token, or what a Lambda authorizer says.
    /// </summary>
    /// <param name="authorizer">The object <c>requestContext.authorizer</c>.</param>
    /// <param name="isRestApi">Whether it is a REST API's, which joins several values by commas.</param>
    public static Caller FromAuthorizer(ReadOnlyMemory<byte> authorizer, bool isRestApi)
    {
        var json = new EventJson(authorizer);
        json.Step();
        while (json.NextProperty())
        {
            if (!json.Is("claims"u8))
                json.SkipValue();
            else if (json.PlaceOfObject() is var claims && !claims.Equals(default))
                return isRestApi ? Caller.FromRestClaims(authorizer.Span[claims]) : Caller.FromClaims(authorizer.Span[claims]);
        }
        return Caller.FromContext(authorizer.Span);
    }

    /// <summary>The identity in payload format 1.0.</summary>
    /// <param name="identity">The object <c>requestContext.identity</c>.</param>
    /// <param name="sourceIp">The client's address.</param>
    /// <param name="certificate">The place of the client's certificate in the object.</param>
    public static IamIdentity ReadIdentity(ReadOnlyMemory<byte> identity, out string? sourceIp, out Range certificate)
    {
        var found = new IamIdentity();
        (sourceIp, certificate) = (null, default);
        var json = new EventJson(identity);
        json.Step();
        while (json.NextProperty())
        {
            if (json.Is("sourceIp"u8))
                sourceIp = json.Text();
            else if (json.Is("userArn"u8))
                found.UserArn = json.Text();
            else if (json.Is("user"u8))
                found.UserId = json.Text();
            else if (json.Is("caller"u8))
                found.CallerId = json.Text();
            else if (json.Is("accountId"u8))
                found.AccountId = json.Text();
            else if (json.Is("accessKey"u8))
                found.AccessKey = json.Text();
            else if (json.Is("principalOrgId"u8))
                found.PrincipalOrgId = json.Text();
            else if (json.Is("cognitoIdentityId"u8))
                found.IdentityId = json.Text();
            else if (json.Is("cognitoIdentityPoolId"u8))
                found.IdentityPoolId = json.Text();
            else if (json.Is("cognitoAuthenticationType"u8))
                found.IsSignedIn = json.TextIs("authenticated"u8);
            else if (json.Is("cognitoAuthenticationProvider"u8))
                found.Provider = json.Text();
            else if (json.Is("clientCert"u8))
                certificate = json.PlaceOfObject();
            else
                json.SkipValue();
        }
        return found;
    }

    /// <summary>The identity in payload format 2.0.</summary>
    /// <param name="iam">The object <c>requestContext.authorizer.iam</c>.</param>
    public static IamIdentity ReadIam(ReadOnlyMemory<byte> iam)
    {
        var found = new IamIdentity();
        var json = new EventJson(iam);
        json.Step();
        while (json.NextProperty())
        {
            if (json.Is("userArn"u8))
                found.UserArn = json.Text();
            else if (json.Is("userId"u8))
                found.UserId = json.Text();
            else if (json.Is("callerId"u8))
                found.CallerId = json.Text();
            else if (json.Is("accountId"u8))
                found.AccountId = json.Text();
            else if (json.Is("accessKey"u8))
                found.AccessKey = json.Text();
            else if (json.Is("principalOrgId"u8))
                found.PrincipalOrgId = json.Text();
            else if (json.Is("cognitoIdentity"u8))
                ReadCognito(ref json, iam, found);
            else
                json.SkipValue();
        }
        return found;
    }

    /// <summary>The certificate of a client.</summary>
    /// <param name="certificate">The object <c>clientCert</c>.</param>
    /// <returns>The certificate; null where it names nobody.</returns>
    public static ClientCertificate? ReadCertificate(ReadOnlyMemory<byte> certificate)
    {
        string? subject = null, issuer = null, serial = null, pem = null;
        DateTimeOffset? notBefore = null, notAfter = null;
        var json = new EventJson(certificate);
        json.Step();
        while (json.NextProperty())
        {
            if (json.Is("subjectDN"u8))
                subject = json.Text();
            else if (json.Is("issuerDN"u8))
                issuer = json.Text();
            else if (json.Is("serialNumber"u8))
                serial = json.Text();
            else if (json.Is("clientCertPem"u8))
                pem = json.Text();
            else if (!json.Is("validity"u8))
                json.SkipValue();
            else if (json.EnterObject())
                ReadValidity(ref json, ref notBefore, ref notAfter);
        }
        return string.IsNullOrWhiteSpace(subject)
            ? null
            : new ClientCertificate(subject, issuer ?? "", serial ?? "") { NotBefore = notBefore, NotAfter = notAfter, Pem = pem ?? "" };
    }

    private static void ReadCognito(ref EventJson json, ReadOnlyMemory<byte> iam, IamIdentity found)
    {
        if (!json.EnterObject())
            return;
        while (json.NextProperty())
        {
            if (json.Is("identityId"u8))
                found.IdentityId = json.Text();
            else if (json.Is("identityPoolId"u8))
                found.IdentityPoolId = json.Text();
            else if (!json.Is("amr"u8))
                json.SkipValue();
            else if (json.EnterArray())
                ReadAmr(ref json, iam, found);
        }
    }

    // The first says whether the user is signed in, the others by whom.
    private static void ReadAmr(ref EventJson json, ReadOnlyMemory<byte> iam, IamIdentity found)
    {
        while (json.NextElement())
        {
            if (!json.IsText)
                json.SkipCurrent();
            else if (json.Current().Decode(iam) is var method && method == "authenticated")
                found.IsSignedIn = true;
            else if (found.Provider is null || method.Contains(IamIdentity.SignIn, StringComparison.Ordinal))
                found.Provider = method;
        }
    }

    private static void ReadValidity(ref EventJson json, ref DateTimeOffset? notBefore, ref DateTimeOffset? notAfter)
    {
        while (json.NextProperty())
        {
            if (json.Is("notBefore"u8))
                notBefore = Date(json.Text());
            else if (json.Is("notAfter"u8))
                notAfter = Date(json.Text());
            else
                json.SkipValue();
        }
    }

    // As OpenSSL writes it: Aug  5 09:36:04 2021 GMT, with two spaces before a day of one digit.
    private static DateTimeOffset? Date(string? text) => DateTimeOffset.TryParseExact(
        text, "MMM d HH:mm:ss yyyy 'GMT'", CultureInfo.InvariantCulture,
        DateTimeStyles.AllowInnerWhite | DateTimeStyles.AssumeUniversal, out var date)
        ? date
        : null;
}
