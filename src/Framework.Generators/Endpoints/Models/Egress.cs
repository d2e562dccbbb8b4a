namespace Framework.Generators.Endpoints.Models;

/// <summary>Where a function's calls over the network go; as the library's own enum.</summary>
internal enum Egress
{
    None,
    Aws,
    Anywhere,
}
