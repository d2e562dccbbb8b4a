using System.Text.Json.Nodes;

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>The response of a DynamoDB.</summary>
internal sealed record Response(int Status, JsonObject Body)
{
    public bool IsSuccess => Status == 200;

    public string? ErrorType => ((string?)Body["__type"])?.Split('#')[^1];

    public string Message => (string?)(Body["message"] ?? Body[nameof(Message)]) ?? "";

    /// <summary>Whether the error, or a part's reason, holds these words.</summary>
    public bool Says(string words) => !IsSuccess && Body.ToJsonString().Contains(words, StringComparison.Ordinal);

    public static Response Parse(int status, ReadOnlySpan<byte> body) =>
        new(status, JsonNode.Parse(body, documentOptions: new() { MaxDepth = 512 })!.AsObject());

    /// <summary>This page and the next as one.</summary>
    public Response Append(Response next)
    {
        if (Body["Items"] is JsonArray items)
            foreach (var item in next.Body["Items"]!.AsArray())
                items.Add(item!.DeepClone());
        foreach (var count in (string[])["Count", "ScannedCount"])
            Body[count] = (int)Body[count]! + (int)next.Body[count]!;
        return this;
    }

    public override string ToString() => $"{Status} {Body.ToJsonString(new() { MaxDepth = 512 })}";
}
