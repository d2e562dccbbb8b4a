using Framework.Http;
using Framework.Identity;

namespace Framework.HttpPipeline;

/// <summary>What only the pipeline of requests works with, the same for all invocations.</summary>
internal sealed record HttpParts(Router Router)
{
    /// <summary>What is taken off each path before the route is found; empty where there is nothing.</summary>
    public string BasePath { get; init; } = "";

    /// <summary>Whether a front door that can stream takes responses in the form of a stream.</summary>
    public bool StreamsResponses { get; init; }

    /// <summary>What finds a caller whom the gateway does not name, in the order of registration.</summary>
    public IAuthenticator[] Authenticators { get; init; } = [];

    /// <summary>Whether a client certificate is enough to be signed in.</summary>
    public bool TrustsCertificates { get; init; }

    /// <summary>Compresses a response; null where the service does not ask for it, and then it holds none of that code.</summary>
    public Func<Request, Response, Response>? Compress { get; init; }
}
