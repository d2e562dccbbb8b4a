namespace Framework.Generators.Endpoints;

/// <summary>Finds bodies and answers that no JSON context knows.</summary>
internal static class JsonCheck
{
    public static IEnumerable<DiagnosticInfo> Find(EquatableArray<EndpointModel> endpoints, EquatableArray<string> known)
    {
        foreach (var endpoint in endpoints)
        {
            if (endpoint.Body is { } body && !known.Contains(body.BareTypeName))
                yield return Missing(body.BareTypeName, body.Location);
            if (endpoint.Answer.ValueType is { } answer && !known.Contains(answer))
                yield return Missing(answer, endpoint.Location);
        }
    }

    private static DiagnosticInfo Missing(string type, LocationInfo? location) =>
        DiagnosticInfo.Of(EndpointDiagnostics.MissingJsonType, location, type.Replace("global::", ""));
}
