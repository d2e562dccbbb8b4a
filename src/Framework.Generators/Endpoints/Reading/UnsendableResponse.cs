using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Finds responses that compile, but that System.Text.Json refuses or writes as nothing at run time.</summary>
internal static class UnsendableResponse
{
    /// <summary>What to return instead; null where the type can be sent.</summary>
    public static string? Fix(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return Fix(array.ElementType);
        if (type is not INamedTypeSymbol named)
            return null;
        if (named.IsTupleType)
            return "a tuple has no properties, so return a record";
        if (named.TypeKind == TypeKind.Delegate || TypeNames.Of(named) == "global::System.Type")
            return "return a record of what the client needs";
        if (named.SpecialType == SpecialType.System_Object)
            return "no JSON context knows what an object holds, so return a record, or a base record with [JsonDerivedType] for each that it can be";
        return OfName(named) ?? named.TypeArguments.Select(Fix).FirstOrDefault(fix => fix is not null);
    }

    private static string? OfName(INamedTypeSymbol type)
    {
        var names = type.AllInterfaces.Concat(type.Levels()).Select(level => level.OriginalDefinition.ToDisplayString()).ToList();
        if (names.Any(name => name is "System.Collections.Generic.IAsyncEnumerable<T>" or "System.Collections.Generic.IAsyncEnumerable<out T>"))
            return "declare the response as IAsyncEnumerable<T> to stream it, or return a list";
        if (names.Any(name => name is "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.ValueTask<TResult>"))
            return "await it";
        if (names.Any(name => name is "Framework.Problems.Problem" or "System.Exception"))
            return "throw a ProblemException";
        if (names.Contains("System.Net.ServerSentEvents.SseItem<T>"))
            return "return a ServerSentEvents<T>";
        if (names.Contains("System.IO.Stream"))
            return "return a FileStreamResult";
        return names.Any(name => name is "System.Net.Http.HttpResponseMessage" or "System.Net.Http.HttpContent")
            ? "return a Response, such as Response.Bytes(...)"
            : null;
    }
}
