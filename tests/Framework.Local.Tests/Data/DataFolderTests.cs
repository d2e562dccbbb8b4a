using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.Local.Tests.Data;

public sealed class DataFolderTests
{
    private const UnixFileMode FileRights = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderRights = FileRights | UnixFileMode.UserExecute;
    private const UnixFileMode Everybodys = FileRights | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    [Fact]
    public async Task A_folder_that_the_local_cloud_makes_stays_out_of_version_control()
    {
        using var folder = new TemporaryFolder();

        await using var cloud = await TestCloud.StartAsync(folder.File("made"));

        Assert.Equal("*\n", await File.ReadAllTextAsync(folder.File("made/.gitignore")));
    }

    [Theory]
    [InlineData("bin/\n")]
    [InlineData(null)]
    public async Task A_folder_that_was_there_keeps_its_gitignore_or_gets_none(string? before)
    {
        using var folder = new TemporaryFolder();
        if (before is not null)
            await File.WriteAllTextAsync(folder.File(".gitignore"), before);
        await using (await TestCloud.StartAsync(folder.Path))
        {
        }

        await using var cloud = await TestCloud.StartAsync(folder.Path, reset: true);

        Assert.Equal(before, File.Exists(folder.File(".gitignore")) ? await File.ReadAllTextAsync(folder.File(".gitignore")) : null);
    }

    [Fact]
    public async Task Only_the_owner_can_read_what_a_new_folder_holds()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();

        await using var cloud = await TestCloud.StartAsync(folder.File("made"));

        Assert.Equal(FolderRights, RightsOf(folder.File("made")));
        Assert.Equal(
            [".gitignore", ".lock", "cursor-key", "dynamodb.sqlite", "dynamodb.sqlite-wal", "signing-key.pem"],
            Directory.GetFiles(folder.File("made")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(folder.File("made")), file => Assert.Equal(FileRights, RightsOf(file)));
    }

    [Fact]
    public async Task Files_of_an_earlier_version_become_the_owners_alone_and_others_stay_as_they_are()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        await using (await TestCloud.StartAsync(folder.Path))
        {
        }
        await File.WriteAllTextAsync(folder.File("mine.txt"), "");
        foreach (var file in Directory.GetFiles(folder.Path))
            File.SetUnixFileMode(file, Everybodys);

        await using var cloud = await TestCloud.StartAsync(folder.Path);

        Assert.All(
            Directory.GetFiles(folder.Path),
            file => Assert.Equal(Path.GetFileName(file) == "mine.txt" ? Everybodys : FileRights, RightsOf(file)));
    }

    private static UnixFileMode RightsOf(string path) =>
        OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
}
