using System.Text.Json.Serialization;

namespace Framework.Tests.Service;

/// <summary>A body with a value of every kind.</summary>
public sealed record Order(
    string Name,
    string? Note,
    int Count,
    long? Serial,
    bool Express,
    OrderKind Kind,
    Guid Id,
    DateTimeOffset? At,
    IReadOnlyList<OrderLine> Lines,
    Dictionary<string, int>? Extras = null,
    double Weight = 1,
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] double? Depth = null,
    [property: JsonConverter(typeof(YesOrNoConverter))] bool? Gift = null);
