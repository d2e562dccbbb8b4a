using Framework.HttpEvents;
using Framework.Pipelines;
using Framework.Problems;

namespace Framework.HttpPipeline;

/// <summary>Finds the caller where the gateway names none.</summary>
internal static class Authentication
{
    /// <summary>Asks each authenticator in turn, until one finds the caller.</summary>
    /// <param name="parts">What logs failures.</param>
    /// <param name="http">The authenticators.</param>
    /// <param name="httpEvent">The event, which gets the caller.</param>
    /// <param name="isOpen">Whether anybody may call the endpoint.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static async ValueTask RunAsync(PipelineParts parts, HttpParts http, HttpEvent httpEvent, bool isOpen, CancellationToken cancellation)
    {
        var certificate = httpEvent.Caller.Certificate;
        foreach (var authenticator in http.Authenticators)
        {
            if (httpEvent.Caller.IsAuthenticated)
                break;
            try
            {
                httpEvent.Caller = (await authenticator.AuthenticateAsync(httpEvent.Request, cancellation)).With(certificate);
            }
            catch (ProblemException exception) when (isOpen)
            {
                // Anybody may call, so a proof that cannot be checked now keeps nobody out.
                PipelineLog.Unchecked(parts.Log, exception);
            }
        }
        if (http.TrustsCertificates && !httpEvent.Caller.IsAuthenticated)
            httpEvent.Caller = httpEvent.Caller.ByCertificate();
        parts.Current.Value!.CallerId = httpEvent.Caller.IsAuthenticated ? httpEvent.Caller.Id : null;
    }
}
