using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads the routes of a WebSocket API that a class serves: <c>[Connect]</c>, <c>[Message("say")]</c> and so on.</summary>
internal static class RouteKeyReader
{
    /// <summary>The keys of the routes, none for an endpoint of HTTP; null where they cannot be served.</summary>
    public static EquatableArray<string>? Read(INamedTypeSymbol type, Action<DiagnosticInfo> report)
    {
        var keys = new List<string>();
        foreach (var attribute in type.GetAttributes().Where(attribute => KeyOf(attribute) is not null))
        {
            var key = KeyOf(attribute)!;
            if (Problem(attribute, key) is { } problem)
            {
                report(DiagnosticInfo.Of(EndpointDiagnostics.Action, attribute.Location(), key, type.Name, problem));
                return null;
            }
            if (OfHttp(type) is var (other, fix))
            {
                report(DiagnosticInfo.Of(EndpointDiagnostics.TwoFamilies, attribute.Location(), type.Name, Name(other), Name(attribute), fix));
                return null;
            }
            keys.Add(key);
        }
        return keys.ToEquatableArray();
    }

    private static string? KeyOf(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() switch
    {
        WellKnown.Connect => RouteKeyText.Connect,
        WellKnown.Disconnect => RouteKeyText.Disconnect,
        WellKnown.DefaultMessage => RouteKeyText.Default,
        WellKnown.Message => attribute.Text(0) ?? "",
        _ => null,
    };

    private static string? Problem(AttributeData attribute, string key)
    {
        if (!attribute.Is(WellKnown.Message))
            return null;
        if (string.IsNullOrWhiteSpace(key))
            return "write what the messages name, such as [Message(\"say\")]";
        if (key == RouteKeyText.Default)
            return "write [DefaultMessage]";
        if (key.Any(letter => char.IsControl(letter) || (char.IsWhiteSpace(letter) && letter != ' ')))
            return "a key is one line without control characters";
        return key.StartsWith("$", StringComparison.Ordinal) ? "a key that begins with $ is API Gateway's own" : null;
    }

    // What the class itself has of HTTP, and the fix. What a base class has may be for other classes that derive from it.
    private static (AttributeData Attribute, string Fix)? OfHttp(INamedTypeSymbol type)
    {
        if (RouteReader.Attributes(type).FirstOrDefault(attribute => KeyOf(attribute) is null) is { } route)
            return (route, "write two classes");
        var useless = type.Attribute(WellKnown.Cors) ?? type.Attribute(WellKnown.CacheControl) ?? type.Attribute(WellKnown.RoutePrefix);
        return useless is null ? null : (useless, "a WebSocket API has no use for the first, so remove it");
    }

    private static string Name(AttributeData attribute) => attribute.AttributeClass!.Name.Replace("Attribute", "");
}
