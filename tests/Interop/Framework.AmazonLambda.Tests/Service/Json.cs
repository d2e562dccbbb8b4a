using System.Text.Json;
using System.Text.Json.Serialization;

namespace Framework.AmazonLambda.Tests.Service;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Seen))]
internal sealed partial class Json : JsonSerializerContext;
