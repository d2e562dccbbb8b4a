using System.IO.Compression;
using System.Security.Cryptography;
using Framework.Deployment.Model;
using Framework.Deployment.Packaging;
using Framework.Deployment.Processes;
using Framework.Deployment.Tests.Support;
using Framework.Functions;

namespace Framework.Deployment.Tests.Packaging;

/// <summary>The Lambda package: what is in it, and what Lambda would not run.</summary>
public sealed class PackageTests : IDisposable
{
    private const string Container = "docker run image";

    private static readonly PackageTarget X64 = new(FunctionArchitecture.X64, FunctionRuntime.NativeAot);
    private static readonly PackageTarget Managed = X64 with { Runtime = FunctionRuntime.Managed };

    private readonly TestFolder _folder = new();

    [Fact]
    public void The_same_files_make_the_same_bytes()
    {
        string[] names = ["bootstrap", "amazon-roots.pem", "a/b.txt", "appsettings.json"];
        var first = Zip(names);
        var second = Zip([.. names.Reverse()], "other", file => File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc)));

        Assert.Equal(SHA256.HashData(File.ReadAllBytes(first)), SHA256.HashData(File.ReadAllBytes(second)));
    }

    [Fact]
    public void Entries_are_in_order_with_fixed_permissions_and_without_what_debuggers_read()
    {
        using var zip = ZipFile.OpenRead(Zip(["x.pdb", "bootstrap", "Shop.dbg", "a/b.txt"]));

        Assert.Equal(["a/b.txt", "bootstrap"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal(["100644", "100755"], zip.Entries.Select(entry => Convert.ToString((entry.ExternalAttributes >> 16) & 0xFFFF, 8)));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void The_hash_is_of_the_contents()
    {
        var file = Zip(["bootstrap", "a.txt"]);
        var first = PackageReader.Read(file, X64, Container);
        _folder.Write("published/a.txt", "b");
        PackageWriter.Write(Path.Combine(_folder.Path, "published"), file);

        Assert.Equal(64, first.Hash.Length);
        Assert.NotEqual(first.Hash, PackageReader.Read(file, X64, Container).Hash);
        Assert.Equal(first.Size, new FileInfo(Zip(["bootstrap", "a.txt"], "again")).Length);
    }

    [Theory]
    [InlineData("GLIBC_2.34", null)]
    [InlineData("GLIBC_2.2.5", null)]
    [InlineData("GLIBC_PRIVATE", null)]
    [InlineData("GLIBC_2.35", "bootstrap needs glibc 2.35, and Lambda's Amazon Linux 2023 has 2.34, where it would not start: build it there, docker run image")]
    [InlineData("GLIBC_2.34.1", "bootstrap needs glibc 2.34.1")]
    [InlineData("GLIBC_ABI_DT_RELR", "bootstrap needs glibc 2.36")]
    public void A_binary_for_a_newer_C_library_is_refused(string need, string? sentence) =>
        Refused(sentence, TestElf.Write(ElfFile.X64, ["GLIBC_2.17"], ["GLIBC_2.3", need]));

    [Fact]
    public void A_native_library_is_held_to_the_same()
    {
        _folder.Write("published/libx.so", TestElf.Write(ElfFile.X64, ["GLIBC_2.38"]));

        Refused("libx.so needs glibc 2.38", TestElf.Write(ElfFile.X64));
    }

    [Fact]
    public void A_binary_of_another_processor_is_refused() =>
        Refused("bootstrap is for another processor than x86_64: publish with -r linux-x64.", TestElf.Write(ElfFile.Arm64));

    [Fact]
    public void A_text_is_no_bootstrap() => Refused("bootstrap is no Linux binary", "#!/bin/sh"u8.ToArray());

    [Fact]
    public void A_binary_that_is_cut_off_anywhere_is_refused_and_never_a_fault()
    {
        var whole = TestElf.Write(ElfFile.X64, ["GLIBC_2.17", "GLIBC_2.34"]);
        for (var length = 4; length < whole.Length; length++)
            Assert.IsType<InvalidDataException>(Record.Exception(() => ElfFile.Read(whole.AsSpan(0, length))));
        Assert.Equal(["GLIBC_2.17", "GLIBC_2.34"], ElfFile.Read(whole).Needs);
    }

    [Fact]
    public void A_package_without_bootstrap_is_refused() =>
        Refused("has no file bootstrap, which Lambda starts", () => PackageReader.Read(Zip(["a.txt"]), X64, Container));

    [Fact]
    public void The_managed_runtime_needs_its_configuration_and_no_bootstrap()
    {
        Refused("has no runtimeconfig.json", () => PackageReader.Read(Zip(["Shop.dll"]), Managed, Container));
        Assert.Equal(2, PackageReader.Read(Zip(["Shop.dll", "Shop.runtimeconfig.json"], "managed"), Managed, Container).Entries.Count);
    }

    [Fact]
    public void A_file_that_is_no_zip_is_refused() =>
        Refused("is no zip file that can be read", () => PackageReader.Read(_folder.Write("a.zip", "no"), X64, Container));

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "and Lambda takes 262144000: leave files out")]
    public void Unpacked_it_has_250_MB_at_most(int more, string? sentence)
    {
        var bootstrap = TestElf.Write(ElfFile.X64);
        using (var file = File.Create(_folder.File("published/big")))
            file.SetLength(PackageReader.MaxUnpacked - bootstrap.Length + more);

        Refused(sentence, bootstrap);
    }

    [Fact]
    public void Functions_that_differ_cannot_share_a_package()
    {
        static FunctionModel Function(string name, FunctionRuntime runtime) =>
            new(name, name, new FunctionSettings(128, 10, 0, FunctionArchitecture.X64, runtime), [], [], UsesCursors: false);
        var model = new DeploymentModel("Shop", new DeploymentAttribute(), [Function("A", FunctionRuntime.NativeAot), Function("B", FunctionRuntime.Managed)], [], []);

        Refused("A and B differ in Architecture or Runtime", () => PackageTarget.Of(model));
    }

    [Fact]
    public void The_managed_runtime_gets_files_without_a_host_of_their_own()
    {
        var publication = new Publication(new ServiceProject("/shop/Shop.csproj"), new ProgramRunner("", TimeProvider.System));

        Assert.Equal(
            ["-p:PublishAot=false", "-p:UseAppHost=false", "--self-contained", "false"],
            publication.Publish(Managed).Arguments.Except(publication.Publish(X64).Arguments));
        Assert.Contains("linux-arm64", publication.Publish(X64 with { Architecture = FunctionArchitecture.Arm64 }).Arguments);
    }

    [Fact]
    public void The_project_is_that_which_the_build_wrote() =>
        Assert.Equal(Repository.File("src/Todo.Service/Todo.Service.csproj"), ServiceProject.Of(typeof(global::Todo.Service.CreateTodo).Assembly).File);

    [Fact]
    public void A_build_that_does_not_say_its_project_is_one_sentence() =>
        Refused("This build does not say which project it is of", () => ServiceProject.Of(typeof(PackageTests).Assembly));

    [Fact]
    public void The_command_in_a_container_is_exact()
    {
        _folder.Write("repository/.git/HEAD", "");
        var project = new ServiceProject(_folder.Write("repository/src/Shop/Shop.csproj", ""));

        Assert.Equal(
            $"docker run --rm -v \"{_folder.Path}/repository\":/src -w /src public.ecr.aws/sam/build-dotnet10:latest-x86_64 dotnet run --project src/Shop/Shop.csproj -- package",
            project.ContainerCommand(X64));
        Assert.Contains(":latest-arm64 ", project.ContainerCommand(X64 with { Architecture = FunctionArchitecture.Arm64 }), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Zip(string[] names, string folder = "published", Action<string>? change = null)
    {
        foreach (var name in names)
        {
            var file = _folder.Write($"{folder}/{name}", name == "bootstrap" ? TestElf.Write(ElfFile.X64) : "a"u8.ToArray());
            change?.Invoke(file);
        }
        PackageWriter.Write(Path.Combine(_folder.Path, folder), _folder.File($"{folder}.zip"));
        return _folder.File($"{folder}.zip");
    }

    private void Refused(string? sentence, byte[] bootstrap)
    {
        _folder.Write("published/bootstrap", bootstrap);
        PackageWriter.Write(Path.Combine(_folder.Path, "published"), _folder.File("a.zip"));
        Refused(sentence, () => PackageReader.Read(_folder.File("a.zip"), X64, Container));
    }

    private static void Refused(string? sentence, Func<object> run)
    {
        var exception = Record.Exception(run);
        if (sentence is null)
            Assert.Null(exception);
        else
            Assert.Contains(sentence, Assert.IsType<DeploymentException>(exception).Message, StringComparison.Ordinal);
    }
}
