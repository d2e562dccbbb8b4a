using Framework.Hosting;

namespace Framework.Local.Updates;

/// <summary>Returns the service that an entry point has built to the code that ran the entry point: a test, or the local cloud
/// after a change of the code. It is thrown where the service would run, so it ends the entry point.</summary>
/// <remarks>It is an <see cref="OperationCanceledException"/>, which an entry point that logs failures lets through.</remarks>
/// <param name="service">The service, built and not yet started.</param>
internal sealed class BuiltServiceException(Microservice service) : OperationCanceledException("Another host takes this service over.")
{
    /// <summary>The last argument of the command line by which the local cloud asks for the service again.</summary>
    public const string UpdateArg = "--build-for-update";

    /// <summary>The command line by which a test asks for the service.</summary>
    public static IReadOnlyList<string> TestArgs { get; } = ["--build-for-test"];

    /// <summary>The service.</summary>
    public Microservice Service { get; } = service;

    /// <summary>Whether a command line asks for the service.</summary>
    public static bool IsAskedFor(IReadOnlyList<string> args) => IsForTest(args) || args is [.., UpdateArg];

    /// <summary>Whether a command line is a test's.</summary>
    public static bool IsForTest(IReadOnlyList<string> args) => args.SequenceEqual(TestArgs);
}
