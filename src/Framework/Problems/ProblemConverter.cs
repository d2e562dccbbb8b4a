using System.Text.Json;
using System.Text.Json.Serialization;

namespace Framework.Problems;

/// <summary>Writes a problem as a value inside a service's own JSON, such as one item's result in a batch.</summary>
public sealed class ProblemConverter : JsonConverter<Problem>
{
    /// <summary>Not supported: a problem is in a response, never in a request.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Problem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A problem is written, never read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Problem value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.WriteTo(writer);
    }
}
