using System.Text.Json.Serialization;

namespace Chat;

/// <summary>What each member gets.</summary>
public sealed record Said(string By, string Text, DateTimeOffset At);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Say.Body))]
[JsonSerializable(typeof(Said))]
internal sealed partial class ChatJson : JsonSerializerContext;
