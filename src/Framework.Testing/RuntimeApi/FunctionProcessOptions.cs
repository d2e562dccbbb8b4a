namespace Framework.Testing.RuntimeApi;

/// <summary>The function's configuration, as Lambda passes it to the process in environment variables.</summary>
public sealed class FunctionProcessOptions
{
    /// <summary><c>_HANDLER</c>: the one endpoint to serve, or <c>*</c> for all of them; on the managed .NET runtime the
    /// assembly's name.</summary>
    public string Handler { get; init; } = "*";

    /// <summary><c>AWS_LAMBDA_FUNCTION_NAME</c>.</summary>
    public string FunctionName { get; init; } = "function";

    /// <summary><c>AWS_LAMBDA_FUNCTION_MEMORY_SIZE</c> in MB.</summary>
    public int MemorySize { get; init; } = 512;

    /// <summary><c>AWS_REGION</c> and <c>AWS_DEFAULT_REGION</c>.</summary>
    public string Region { get; init; } = "eu-central-1";

    /// <summary><c>AWS_LAMBDA_INITIALIZATION_TYPE</c>: <c>on-demand</c>, <c>provisioned-concurrency</c> or <c>snap-start</c>.</summary>
    public string InitializationType { get; init; } = "on-demand";

    /// <summary>The author's own variables. They win over Lambda's.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// All that Lambda sets, see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html.
    /// <c>AWS_EXECUTION_ENV</c> is absent on the OS-only runtimes.
    /// </summary>
    internal Dictionary<string, string> Variables(string runtimeApi, string taskRoot, bool isManaged)
    {
        var variables = new Dictionary<string, string>
        {
            ["_HANDLER"] = Handler,
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["AWS_LAMBDA_FUNCTION_NAME"] = FunctionName,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = $"{MemorySize}",
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = InitializationType,
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{FunctionName}",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = "2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef",
            ["AWS_REGION"] = Region,
            ["AWS_DEFAULT_REGION"] = Region,
            ["AWS_ACCESS_KEY_ID"] = "emulator",
            ["AWS_SECRET_ACCESS_KEY"] = "emulator",
            ["AWS_SESSION_TOKEN"] = "emulator",
            ["LAMBDA_TASK_ROOT"] = taskRoot,
            ["LAMBDA_RUNTIME_DIR"] = "/var/runtime",
            ["LANG"] = "en_US.UTF-8",
            ["PATH"] = "/usr/local/bin:/usr/bin/:/bin:/opt/bin",
            ["LD_LIBRARY_PATH"] = $"/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:{taskRoot}:{taskRoot}/lib:/opt/lib",
            ["TZ"] = ":UTC",
        };
        if (isManaged)
            variables["AWS_EXECUTION_ENV"] = "AWS_Lambda_dotnet10";
        foreach (var (name, value) in Environment)
            variables[name] = value;
        return variables;
    }
}
