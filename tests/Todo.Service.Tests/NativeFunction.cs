namespace Todo.Service.Tests;

/// <summary>The service as a Native AOT binary, for Lambda's OS-only runtime.</summary>
public sealed class NativeFunction() : PublishedFunction("Todo.Service", "bootstrap", "*", "-r linux-x64")
{
    public override string? Missing { get; } =
        Repository.Has("clang") ? null : "clang, which links Native AOT binaries, is not installed.";
}
