using System.Text.Json.Serialization;

namespace Framework.Local.Tests.WebSockets;

[JsonSerializable(typeof(string))]
internal sealed partial class ChatJson : JsonSerializerContext;
