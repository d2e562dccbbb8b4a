using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests.Storage;

public sealed class OwnerOnlyTests
{
    private const UnixFileMode FileRights = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everybodys = FileRights | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    [Fact]
    public async Task A_data_file_is_its_owners_alone_and_another_programs_file_stays_as_it_is()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        var (own, other) = (folder.File("own.sqlite"), folder.File("other.txt"));
        await File.WriteAllTextAsync(other, "This is no database at all, and it is longer than the head of one would be. It stays.");
        File.SetUnixFileMode(other, Everybodys);

        await using var engine = await LocalDynamoDB.StartAsync(new() { DataFile = own });
        await Assert.ThrowsAsync<LocalDataException>(() => LocalDynamoDB.StartAsync(new() { DataFile = other }));

        Assert.All([own, $"{own}-wal"], file => Assert.Equal(FileRights, RightsOf(file)));
        Assert.Equal(Everybodys, RightsOf(other));
    }

    private static UnixFileMode RightsOf(string path) =>
        OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
}
