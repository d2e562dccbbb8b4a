using System.Globalization;
using System.Runtime.InteropServices;

namespace Framework.Runtime;

/// <summary>The environment variables that Lambda and the deployment set. No other code reads them.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Lambda's
/// documentation</see>.</remarks>
/// <param name="read">Gives a variable's value, or null.</param>
public sealed partial class LambdaEnvironment(Func<string, string?> read)
{
    /// <summary>The environment of this process.</summary>
    public static LambdaEnvironment Process { get; } = new(ReadProcess);

    /// <summary>Host and port of the Runtime API; null outside Lambda.</summary>
    public string? RuntimeApi => this["AWS_LAMBDA_RUNTIME_API"];

    /// <summary>What this process serves: an endpoint's name, or <c>*</c>. It is the function's handler setting; on
    /// Lambda's managed .NET runtime, whose handler setting names the assembly, the variable <c>FRAMEWORK_ENDPOINT</c>.
    /// </summary>
    public string? Handler => this["FRAMEWORK_ENDPOINT"] ?? this["_HANDLER"];

    /// <summary>The function's name, or <c>local</c>.</summary>
    public string FunctionName => this["AWS_LAMBDA_FUNCTION_NAME"] ?? "local";

    /// <summary>The function's version, or <c>$LATEST</c>.</summary>
    public string FunctionVersion => this["AWS_LAMBDA_FUNCTION_VERSION"] ?? "$LATEST";

    /// <summary>How many invocations one process may serve at once; 1 where Lambda does not set it.</summary>
    public int MaxConcurrency =>
        int.TryParse(this["AWS_LAMBDA_MAX_CONCURRENCY"], CultureInfo.InvariantCulture, out var count) && count > 1
            ? count
            : 1;

    /// <summary>Whether responses are sent in the form of a stream, as <c>FRAMEWORK_RESPONSE_STREAMING</c> says.</summary>
    /// <exception cref="FormatException">The variable is neither <c>true</c> nor <c>false</c>.</exception>
    internal bool StreamsResponses => this["FRAMEWORK_RESPONSE_STREAMING"] switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw new FormatException($"FRAMEWORK_RESPONSE_STREAMING is '{other}': set it to true or false."),
    };

    /// <summary>Whether Lambda takes a snapshot of the process once it has started, and runs copies of that.</summary>
    internal bool IsSnapStart => this["AWS_LAMBDA_INITIALIZATION_TYPE"] == "snap-start";

    /// <summary>The least level that is logged, as Lambda's logging controls set it; null where unset.</summary>
    public string? LogLevel => this["AWS_LAMBDA_LOG_LEVEL"];

    /// <summary>The name of the environment, which also selects a settings file: <c>DOTNET_ENVIRONMENT</c>; where that is
    /// unset, <c>Production</c> in Lambda and <c>Development</c> elsewhere.</summary>
    public string EnvironmentName => this["DOTNET_ENVIRONMENT"] ?? (RuntimeApi is null ? "Development" : "Production");

    /// <summary>A variable of the deployment's own.</summary>
    /// <param name="name">The variable's name.</param>
    /// <returns>Its value; null where it is unset or empty.</returns>
    public string? this[string name] => read(name) is { Length: > 0 } value ? value : null;

    /// <summary>Passes the function's memory size to the garbage collector, which cannot learn it from the container.</summary>
    internal void LimitMemory()
    {
        if (!ulong.TryParse(this["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"], CultureInfo.InvariantCulture, out var megabytes))
            return;
        AppContext.SetData("GCHeapHardLimit", megabytes * 1024 * 1024);
        GC.RefreshMemoryLimit();
    }

#pragma warning disable RS0030 // The one reader and writer.
    /// <summary>Gives the AWS SDK the trace that its calls belong to. Only where one invocation runs at a time.</summary>
    internal static void SetTraceId(string? traceId) => Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", traceId);

    /// <summary>Sets a variable for native libraries, which do not see what .NET sets.</summary>
    internal static void SetNative(string name, string value) => _ = SetVariable(name, value, overwrite: 1);

    private static string? ReadProcess(string name) => Environment.GetEnvironmentVariable(name);
#pragma warning restore RS0030

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
