using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Framework.Resources;
using Framework.Runtime;

namespace Framework.Tls;

/// <summary>The root certificates that this process trusts. .NET parses every one of them before the first TLS connection
/// and again every five minutes, half a millisecond each, so a function that calls AWS alone gets Amazon's five.</summary>
/// <remarks>Only the store gets smaller: .NET validates every certificate as ever. See
/// <see href="https://github.com/dotnet/runtime/issues/96740"/> for the cost.</remarks>
/// <param name="Description">What they are, to finish the sentence "The trusted roots are ...".</param>
/// <param name="Bundle">The PEM file that holds all of them; null where .NET finds them by itself.</param>
internal sealed record TrustedRoots(string Description, string? Bundle)
{
    /// <summary>The variable that overrides the choice: <c>amazon</c>, <c>system</c>, or the path of a PEM file.</summary>
    public const string Variable = "FRAMEWORK_TRUSTED_ROOTS";

    private const string AmazonFile = "amazon-roots.pem";

    // One file with every root, where a system has one: Amazon Linux's and Debian's.
    private static readonly string[] SystemFiles = ["/etc/pki/tls/cert.pem", "/etc/ssl/certs/ca-certificates.crt"];

    /// <summary>Chooses them.</summary>
    /// <param name="environment">What the deployment says.</param>
    /// <param name="egress">Where the function's calls go.</param>
    /// <exception cref="InvalidOperationException">The variable names no file.</exception>
    public static TrustedRoots Choose(LambdaEnvironment environment, Egress egress) => environment[Variable] switch
    {
        null when egress == Egress.Aws && AwsServers.AreOwn(environment) && !IsConfigured(environment) =>
            OfAmazon(environment) ?? OfSystem(environment),
        null or "system" => OfSystem(environment),
        "amazon" => OfAmazon(environment) ?? throw new InvalidOperationException(
            $"{Variable} is 'amazon', but {AmazonFile} is not in the function's folder: publish the service with the Framework package's targets."),
        var path when File.Exists(path) => new($"those of {path}", Path.GetFullPath(path)),
        var path => throw new InvalidOperationException(
            $"{Variable} is '{path}', which is not a file: set it to amazon, system, or the path of a PEM file."),
    };

    /// <summary>Makes them those of the process, and reads them on a thread of its own, while Lambda initialises.</summary>
    /// <exception cref="InvalidOperationException">The file holds no root certificate.</exception>
    public async Task UseAsync()
    {
        if (Bundle is not null)
        {
            LambdaEnvironment.SetNative("SSL_CERT_FILE", Bundle);
            // No folder: it holds the file's roots again.
            LambdaEnvironment.SetNative("SSL_CERT_DIR", "");
        }
        var count = await Task.Factory.StartNew(Count, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (count == 0 && Bundle is not null)
            throw new InvalidOperationException($"The trusted roots are {Description}, and there is no root certificate among them.");
    }

    /// <summary>Says what to change where a call failed because its server has another root.</summary>
    /// <returns>The sentence; null where the call failed for another reason.</returns>
    public string? Explain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException && IsUnknownRoot(cause.Message))
                return $"The server's certificate has none of the trusted roots, which are {Description}: "
                    + $"set {Variable} to system, or to a PEM file that holds the server's root.";
        }
        return null;
    }

    // Reads them into .NET's cache of the system's store, which TLS connections use.
    private static int Count()
    {
        using var store = new X509Store(StoreName.Root, StoreLocation.LocalMachine);
        store.Open(OpenFlags.ReadOnly);
        return store.Certificates.Count;
    }

    private static TrustedRoots? OfAmazon(LambdaEnvironment environment)
    {
        var file = Path.Combine(environment["LAMBDA_TASK_ROOT"] ?? AppContext.BaseDirectory, AmazonFile);
        return File.Exists(file) ? new TrustedRoots("Amazon's own", file) : null;
    }

    private static TrustedRoots OfSystem(LambdaEnvironment environment) => IsConfigured(environment)
        ? new TrustedRoots("those of SSL_CERT_FILE and SSL_CERT_DIR", Bundle: null)
        : new TrustedRoots("the system's", SystemFiles.FirstOrDefault(File.Exists));

    private static bool IsConfigured(LambdaEnvironment environment) =>
        environment["SSL_CERT_FILE"] is not null || environment["SSL_CERT_DIR"] is not null;

    // The names of .NET's X509ChainStatusFlags, which its message holds.
    private static bool IsUnknownRoot(string message) =>
        message.Contains(nameof(X509ChainStatusFlags.PartialChain), StringComparison.Ordinal)
        || message.Contains(nameof(X509ChainStatusFlags.UntrustedRoot), StringComparison.Ordinal);
}
