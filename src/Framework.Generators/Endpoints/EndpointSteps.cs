namespace Framework.Generators.Endpoints;

/// <summary>The names of the generator's steps, by which tests see which steps ran again.</summary>
internal static class EndpointSteps
{
    public const string Libraries = "Endpoints.Libraries";
    public const string Results = "Endpoints.Results";
    public const string Endpoints = "Endpoints.Endpoints";
    public const string Sources = "Endpoints.Sources";
    public const string Authorizers = "Endpoints.Authorizers";
    public const string Table = "Endpoints.Table";
    public const string Rules = "Endpoints.Rules";
    public const string Json = "Endpoints.Json";
    public const string Missing = "Endpoints.Missing";
    public const string Clients = "Endpoints.Clients";
    public const string Configuration = "Endpoints.Configuration";
    public const string Service = "Endpoints.Service";
}
