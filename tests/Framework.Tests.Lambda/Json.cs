using System.Text.Json.Serialization;

namespace Framework.Tests.Lambda;

[JsonSerializable(typeof(Seen))]
[JsonSerializable(typeof(string))]
internal sealed partial class Json : JsonSerializerContext;
