using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Recognizes responses that may be sent while they are made.</summary>
internal static class StreamedResponse
{
    /// <summary>Whether a response is one.</summary>
    public static bool Is(ITypeSymbol response) => Format(response) is not null;

    /// <summary>The member of <c>StreamFormat</c> that says how it is written; null where it is one value.</summary>
    public static string? Format(ITypeSymbol response) => response.OriginalDefinition.ToDisplayString() switch
    {
        "System.Collections.Generic.IAsyncEnumerable<T>" or "System.Collections.Generic.IAsyncEnumerable<out T>" => "JsonArray",
        "Framework.Http.Ndjson<T>" => "Ndjson",
        "Framework.Http.ServerSentEvents<T>" => "ServerSentEvents",
        "Framework.Http.FileStreamResult" => "Bytes",
        _ => null,
    };

    /// <summary>The type of its items; null where it has none.</summary>
    public static ITypeSymbol? Item(ITypeSymbol response) => ((INamedTypeSymbol)response).TypeArguments.FirstOrDefault();
}
