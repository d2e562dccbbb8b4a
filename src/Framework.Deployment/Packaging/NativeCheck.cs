using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.Packaging;

/// <summary>Refuses a native file that Lambda's Amazon Linux 2023 cannot load: of another processor, or made for a newer C library.</summary>
internal static class NativeCheck
{
    private const string Prefix = "GLIBC_";

    // https://docs.aws.amazon.com/linux/al2023/ug/core-glibc.html
    private static readonly Version Glibc = new(2, 34);

    /// <param name="name">The file's name in the package.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="target">What the package is made for.</param>
    /// <param name="container">The command that builds one that can be loaded.</param>
    /// <exception cref="DeploymentException">It cannot be loaded; the message says what builds one that can.</exception>
    public static void Check(string name, ReadOnlySpan<byte> file, PackageTarget target, string container)
    {
        if (!ElfFile.IsOne(file))
        {
            if (name == PackageReader.Bootstrap)
                throw new DeploymentException($"{name} is no Linux binary: build it in Amazon Linux 2023, {container}");
            return;
        }
        var elf = Read(name, file);
        // A package for the managed runtime may hold a native library for each processor.
        if (target.IsNative && elf.Machine != (target.Architecture == FunctionArchitecture.Arm64 ? ElfFile.Arm64 : ElfFile.X64))
            throw new DeploymentException($"{name} is for another processor than {target.Processor}: publish with -r {target.RuntimeIdentifier}.");
        if (elf.Needs.Where(need => need.StartsWith(Prefix, StringComparison.Ordinal)).Select(VersionOf).Max() is { } newest && newest > Glibc)
            throw new DeploymentException(
                $"{name} needs glibc {newest}, and Lambda's Amazon Linux 2023 has {Glibc}, where it would not start: build it there, {container}");
    }

    private static ElfFile Read(string name, ReadOnlySpan<byte> file)
    {
        try
        {
            return ElfFile.Read(file);
        }
        catch (InvalidDataException exception)
        {
            throw new DeploymentException($"{name} is no binary that Lambda can load: {exception.Message}.");
        }
    }

    // GLIBC_2.2.5, but also GLIBC_PRIVATE, and the mark of packed relocations, which came with 2.36.
    private static Version? VersionOf(string need) => need == "GLIBC_ABI_DT_RELR"
        ? new Version(2, 36)
        : Version.TryParse(need.AsSpan(Prefix.Length), out var version) ? version : null;
}
