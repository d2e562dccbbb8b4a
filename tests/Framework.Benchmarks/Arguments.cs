using System.Globalization;

namespace Framework.Benchmarks;

/// <summary>The command line: <c>[spawns=20] [rounds=7] [invocations=2000] [name=path[,VARIABLE=value ...] ...]</c>.</summary>
internal sealed record Arguments(IReadOnlyList<Candidate> Candidates, int Spawns, int Rounds, int Invocations)
{
    private const string Usage =
        "Usage: tables, or tls, or [spawns=20] [rounds=7] [invocations=2000] [name=path[,VARIABLE=value ...] ...]\n"
        + "Without a name=path the floor and the framework's function are published and compared. Of several, the first "
        + "is the one that the others are compared with.";

    public static Arguments Parse(string[] args)
    {
        var settings = new Dictionary<string, int> { ["spawns"] = 20, ["rounds"] = 7, ["invocations"] = 2_000 };
        var candidates = new List<Candidate>();
        foreach (var arg in args)
        {
            var parts = arg.Split('=', 2);
            if (parts.Length < 2)
                throw new ArgumentException($"'{arg}' has no value. {Usage}");
            if (!settings.ContainsKey(parts[0]))
                candidates.Add(Candidate.Parse(arg));
            else if (int.TryParse(parts[1], CultureInfo.InvariantCulture, out var value) && value > 0)
                settings[parts[0]] = value;
            else
                throw new ArgumentException($"{parts[0]} must be a whole number above 0, not '{parts[1]}'. {Usage}");
        }
        return new(candidates, settings["spawns"], settings["rounds"], settings["invocations"]);
    }
}
