using System.Text.Json;

namespace Framework.Local.Gateway;

/// <summary>Reads a function's response in the form of a stream, as strictly as AWS does: a prelude, eight NUL bytes, the body.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html">API
/// Gateway's documentation</see>.</remarks>
internal static class StreamedResponseReader
{
    /// <summary>The part of the response in which the prelude must end.</summary>
    public const int MaxPrelude = 16 * 1024;

    private static ReadOnlySpan<byte> Delimiter => "\0\0\0\0\0\0\0\0"u8;

    /// <summary>Reads the first piece, which holds the prelude.</summary>
    public static GatewayResponse Read(ReadOnlyMemory<byte> piece, GatewayShape shape)
    {
        var end = piece.Span[..Math.Min(piece.Length, MaxPrelude)].IndexOf(Delimiter);
        if (end < 0 || !HasStatus(piece[..end]))
            return shape.Failed();
        var head = shape.Read(piece[..end]);
        return head.IsGateways ? head : head with { Body = piece[(end + Delimiter.Length)..] };
    }

    private static bool HasStatus(ReadOnlyMemory<byte> prelude)
    {
        try
        {
            using var document = JsonDocument.Parse(prelude);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("statusCode", out var status) && status.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
