namespace Framework.Benchmarks;

/// <summary>A published bootstrap and the name of its row.</summary>
internal sealed record Candidate(string Name, string Path);
