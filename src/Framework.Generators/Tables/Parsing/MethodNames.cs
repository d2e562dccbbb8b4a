namespace Framework.Generators.Tables.Parsing;

/// <summary>Gives each type of one table a name of its own in the names of its methods.</summary>
internal sealed class MethodNames
{
    private readonly HashSet<string> _taken = [];

    public string Take(string name)
    {
        var free = name;
        for (var number = 2; !_taken.Add(free); number++)
            free = name + number;
        return free;
    }
}
