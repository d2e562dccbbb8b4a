using Framework.Hosting;

namespace Framework.Local;

/// <summary>Brings a service that its own entry point has built to the test that ran the entry point. It is thrown where the
/// service would run, and so ends the entry point.</summary>
/// <remarks>It is an <see cref="OperationCanceledException"/>, which an entry point that logs what fails lets through.</remarks>
/// <param name="service">The service, built and not yet started.</param>
internal sealed class BuiltForTestException(Microservice service) : OperationCanceledException("A test takes this service over.")
{
    /// <summary>The command line by which a test asks for the service.</summary>
    public static IReadOnlyList<string> Args { get; } = ["--build-for-test"];

    /// <summary>The service.</summary>
    public Microservice Service { get; } = service;

    /// <summary>Whether a command line is a test's.</summary>
    public static bool IsAskedFor(IReadOnlyList<string> args) => args.SequenceEqual(Args);
}
