namespace Framework.Identity;

/// <summary>The client certificate of a connection with mutual TLS, which the gateway verified against the trust store of its
/// custom domain.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html">API Gateway's
/// documentation</see>.</remarks>
/// <param name="SubjectDn">The distinguished name of its owner.</param>
/// <param name="IssuerDn">The distinguished name of its issuer.</param>
/// <param name="SerialNumber">Its serial number, as the gateway writes it.</param>
public sealed record ClientCertificate(string SubjectDn, string IssuerDn, string SerialNumber)
{
    /// <summary>When it begins to be valid; null where the gateway does not say.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When it ends to be valid; null where the gateway does not say.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>The certificate in PEM; empty where the gateway does not send it.</summary>
    public string Pem { get; init; } = "";
}
