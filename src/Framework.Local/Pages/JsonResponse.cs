using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Pages;

/// <summary>Sends JSON from the addresses under <c>/_local</c>.</summary>
internal static class JsonResponse
{
    public static async Task WriteAsync(HttpContext http, int status, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(bytes))
            write(json);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.WrittenCount;
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(bytes.WrittenMemory, http.RequestAborted);
    }

    public static void WriteArray(Utf8JsonWriter json, string name, params ReadOnlySpan<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
