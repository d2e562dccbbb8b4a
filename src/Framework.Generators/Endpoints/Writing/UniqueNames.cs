namespace Framework.Generators.Endpoints.Writing;

/// <summary>Gives each member of a generated class its own name: a repeated name gets a number.</summary>
internal static class UniqueNames
{
    /// <summary>The names by key.</summary>
    /// <param name="wanted">What each key would be called.</param>
    /// <param name="taken">Names that others have already.</param>
    public static Dictionary<string, string> Give(IEnumerable<(string Key, string Name)> wanted, params string[] taken)
    {
        var used = new HashSet<string>(taken);
        var names = new Dictionary<string, string>();
        foreach (var (key, name) in wanted)
        {
            if (names.ContainsKey(key))
                continue;
            var number = 1;
            while (!used.Add(names[key] = number == 1 ? name : $"{name}{number}"))
                number++;
        }
        return names;
    }
}
