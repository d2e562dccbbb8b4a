using System.Reflection;
using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.Reading;

/// <summary>Reads <see cref="FunctionAttribute"/>: the nearest that sets a value counts.</summary>
internal static class SettingsReader
{
    private const int MaxSeconds = 900;

    /// <summary>The settings of an endpoint's function.</summary>
    /// <param name="type">The endpoint; null for the function of all.</param>
    /// <param name="assembly">The service's assembly.</param>
    public static FunctionSettings Read(Type? type, Assembly assembly)
    {
        var nearest = Attributes(type, assembly).ToList();
        return new FunctionSettings(
            First(nearest, attribute => attribute.MemoryMB, 256),
            First(nearest, attribute => attribute.TimeoutSeconds, 10),
            First(nearest, attribute => attribute.ReservedConcurrency, 0),
            First(nearest, attribute => attribute.Architecture, FunctionArchitecture.X64),
            First(nearest, attribute => attribute.Runtime, FunctionRuntime.NativeAot));
    }

    /// <summary>How long the front door of a function waits for it, and the front door's name.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html">API Gateway's quotas</see>. A
    /// function URL and a load balancer wait as long as the function runs, and so does a REST API for a stream.</remarks>
    public static (int Seconds, string Name) Longest(DeploymentModel model, FunctionModel function)
    {
        var doors = new List<(int Seconds, string Name)> { (MaxSeconds, "Lambda") };
        if (model.RoutesOf(function).Any() && !function.Streams && model.Settings.Api is ApiType.HttpApi or ApiType.RestApi)
            doors.Add(model.Settings.Api == ApiType.RestApi ? (29, "a REST API") : (30, "an HTTP API"));
        if (model.WebSocketRoutes.Any(route => route.Function == function.Name))
            doors.Add((29, "a WebSocket API"));
        if (function.IsAuthorizer)
            doors.Add(model.Settings.Api == ApiType.HttpApi ? (10, "an HTTP API") : (29, "API Gateway"));
        return doors.MinBy(door => door.Seconds);
    }

    /// <summary>Refuses what Lambda or the API would refuse.</summary>
    /// <exception cref="DeploymentException">A value is out of its range.</exception>
    public static void Check(FunctionModel function, (int Seconds, string Name) longest)
    {
        var settings = function.Settings;
        // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
        if (settings.MemoryMB is < 128 or > 10_240)
            throw new DeploymentException($"{function.Name} has MemoryMB = {settings.MemoryMB}: Lambda takes 128 to 10,240.");
        if (settings.TimeoutSeconds is < 1 or > MaxSeconds)
            throw new DeploymentException($"{function.Name} has TimeoutSeconds = {settings.TimeoutSeconds}: Lambda takes 1 to 900.");
        if (settings.ReservedConcurrency < 0)
            throw new DeploymentException($"{function.Name} has ReservedConcurrency = {settings.ReservedConcurrency}: set 1 or more, or leave it out.");
        if (settings.TimeoutSeconds > longest.Seconds)
            throw new DeploymentException(
                $"{function.Name} has TimeoutSeconds = {settings.TimeoutSeconds}, but {longest.Name} waits {longest.Seconds} seconds: the client would get an error while the function still runs.");
    }

    private static IEnumerable<FunctionAttribute> Attributes(Type? type, Assembly assembly)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            if (part.GetCustomAttribute<FunctionAttribute>(inherit: false) is { } attribute)
                yield return attribute;
        }
        if (assembly.GetCustomAttribute<FunctionAttribute>() is { } general)
            yield return general;
    }

    private static T First<T>(IEnumerable<FunctionAttribute> attributes, Func<FunctionAttribute, T> read, T otherwise)
        where T : struct
    {
        foreach (var attribute in attributes)
        {
            if (!read(attribute).Equals(default(T)))
                return read(attribute);
        }
        return otherwise;
    }
}
