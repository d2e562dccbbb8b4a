using Framework.Deployment.Reading;
using Framework.Description;
using Framework.Functions;
using Framework.Hosting;

namespace Framework.Local.Gateway;

/// <summary>How long each function of a service may run, as it is deployed: by its <see cref="FunctionAttribute"/>.</summary>
/// <param name="timeouts">The time-outs, by the names of endpoints and authorizers.</param>
/// <param name="otherwise">The time-out of a function of no endpoint: it serves the requests that no endpoint takes.</param>
internal sealed class FunctionTimeouts(IReadOnlyDictionary<string, TimeSpan> timeouts, TimeSpan otherwise)
{
    /// <summary>Reads them from the code.</summary>
    public static FunctionTimeouts Of(Microservice service, IReadOnlyList<EndpointDescription> endpoints)
    {
        var assembly = ModelReader.AssemblyOf(endpoints);
        var isOne = ModelReader.Settings(endpoints).Functions == FunctionLayout.OneForAll;
        return new(
            endpoints.Select(endpoint => (endpoint.Name, endpoint.Type))
                .Concat(service.Authorizers.Select(authorizer => (authorizer.Name, authorizer.Type)))
                .ToDictionary(function => function.Name, function => Read(isOne ? null : function.Type)),
            Read(type: null));

        TimeSpan Read(Type? type) => TimeSpan.FromSeconds(SettingsReader.Read(type, assembly).TimeoutSeconds);
    }

    /// <summary>The time-out of an endpoint's or an authorizer's function.</summary>
    /// <param name="name">Its name; null where no endpoint takes the request.</param>
    public TimeSpan this[string? name] => name is not null && timeouts.TryGetValue(name, out var timeout) ? timeout : otherwise;
}
