using System.Text.Json.Serialization;

namespace Framework.Tests.Lambda;

[JsonSerializable(typeof(Seen))]
internal sealed partial class Json : JsonSerializerContext;
