using Framework.Description;
using Framework.Generated;
using Framework.Hosting;
using Framework.Resources;

namespace Framework.Deployment.Tests;

/// <summary>A service of endpoints that are only described.</summary>
internal static class FakeService
{
    /// <summary>So many endpoints, each with a route of its own.</summary>
    public static Microservice Of(int endpoints) => Of([.. Enumerable.Range(0, endpoints).Select(index =>
        new EndpointDescription($"Endpoint{index}", "GET", $"/items{index}") { Access = AccessPolicy.Anonymous })]);

    /// <summary>One endpoint of a class, whose constructor asks for what the class's does.</summary>
    public static Microservice Of<T>(Action<MicroserviceBuilder>? configure = null) => Of(
        [
            new EndpointDescription(typeof(T).Name, "GET", "/")
            {
                Type = typeof(T),
                Dependencies = [.. typeof(T).GetConstructors()[0].GetParameters().Select(parameter => new Dependency(parameter.ParameterType))],
            },
        ],
        configure);

    public static Microservice Of(IReadOnlyList<EndpointDescription> endpoints, Action<MicroserviceBuilder>? configure = null)
    {
        var builder = new MicroserviceBuilder("Shop", [], [.. endpoints.Select(endpoint => new FakeEndpoint(endpoint))], local: null);
        configure?.Invoke(builder);
        return builder.Build();
    }

    private sealed class FakeEndpoint(EndpointDescription description) : Endpoint
    {
        public override string Name => description.Name;

        public override EndpointDescription Description => description;

        public override EndpointCall Begin() => throw new NotSupportedException();
    }
}
