using System.Text.Json.Serialization;

namespace Readme;

[JsonSerializable(typeof(string))]
internal sealed partial class PaymentJson : JsonSerializerContext;
