using System.Text.Json.Serialization;

namespace Framework.Benchmarks.TodoFunction;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CreateTodo.Body))]
[JsonSerializable(typeof(Todo))]
internal sealed partial class BenchJson : JsonSerializerContext;
