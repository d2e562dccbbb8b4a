using Framework.Authorizers;
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
    public static Microservice Of<T>(Action<MicroserviceBuilder>? configure = null) => Of([Endpoint<T>("GET", "/")], configure);

    /// <summary>An endpoint of a class.</summary>
    public static EndpointDescription Endpoint<T>(string method, string template) => new(typeof(T).Name, method, template)
    {
        Type = typeof(T),
        Dependencies = Dependencies<T>(),
    };

    /// <summary>A Lambda authorizer of a class.</summary>
    public static AuthorizerDescription Authorizer<T>(params string[] headers) => new(typeof(T).Name)
    {
        Type = typeof(T),
        Headers = headers,
        Dependencies = Dependencies<T>(),
    };

    public static Microservice Of(
        IReadOnlyList<EndpointDescription> endpoints, Action<MicroserviceBuilder>? configure = null, params IReadOnlyList<AuthorizerDescription> authorizers)
    {
        var builder = new MicroserviceBuilder("Shop", [], [.. endpoints.Select(endpoint => new FakeEndpoint(endpoint))], local: null)
        {
            Authorizers = [.. authorizers.Select(authorizer => new FakeAuthorizer(authorizer))],
        };
        configure?.Invoke(builder);
        return builder.Build();
    }

    private static IReadOnlyList<Dependency> Dependencies<T>() =>
        [.. typeof(T).GetConstructors()[0].GetParameters().Select(parameter => new Dependency(parameter.ParameterType))];

    private sealed class FakeEndpoint(EndpointDescription description) : Endpoint
    {
        public override string Name => description.Name;

        public override EndpointDescription Description => description;

        public override EndpointCall Begin() => throw new NotSupportedException();
    }

    private sealed class FakeAuthorizer(AuthorizerDescription description) : Authorizer
    {
        public override AuthorizerDescription Description => description;

        public override ValueTask<AuthorizerResult> HandleAsync(AuthorizerCall context) => throw new NotSupportedException();
    }
}
