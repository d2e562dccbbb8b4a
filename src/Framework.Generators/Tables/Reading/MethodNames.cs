namespace Framework.Generators.Tables.Reading;

/// <summary>Gives each type of one table a name of its own in the names of its methods and its path, which no member of
/// the author's has.</summary>
/// <param name="members">The names of the author's members.</param>
internal sealed class MethodNames(ISet<string> members)
{
    private readonly HashSet<string> _taken = [];

    public string Take(string name)
    {
        var free = name;
        for (var number = 2; IsMember(free) || !_taken.Add(free); number++)
            free = name + number;
        return free;
    }

    private bool IsMember(string name) =>
        members.Contains("Write" + name) || members.Contains("Read" + name) || members.Contains(name + "Path");
}
