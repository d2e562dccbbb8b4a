using System.Text.Json.Serialization;

namespace Framework.WebSockets.Tests;

public sealed record ChatMessage(string Text, int? SentBy);

[JsonSerializable(typeof(ChatMessage))]
[JsonSerializable(typeof(string))]
internal sealed partial class ChatJson : JsonSerializerContext;
