using System.Text.Json;
using System.Text.Json.Serialization;

namespace Framework.Tests.Service;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(EchoResponse))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(Book))]
[JsonSerializable(typeof(Say.Body), TypeInfoPropertyName = "SayBody")]
[JsonSerializable(typeof(Pile.Body), TypeInfoPropertyName = "PileBody")]
[JsonSerializable(typeof(Reserve.Body))]
[JsonSerializable(typeof(Draw.Page<Draw.Layer>))]
[JsonSerializable(typeof(Weigh.Body), TypeInfoPropertyName = "WeighBody")]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(Nest.Body), TypeInfoPropertyName = "NestBody")]
[JsonSerializable(typeof(Paint.Body), TypeInfoPropertyName = "PaintBody")]
[JsonSerializable(typeof(Paint.Result), TypeInfoPropertyName = "PaintResult")]
internal sealed partial class TestJson : JsonSerializerContext;
