using System.Text.Json.Nodes;

namespace Framework.Deployment.Comparison;

/// <summary>A property of a resource that differs.</summary>
/// <param name="Path">Where it is, such as <c>Environment.Variables.TABLE_TODOS</c>; an item of a list is in brackets.</param>
/// <param name="Before">Its value before; null where it was not there.</param>
/// <param name="After">Its value after; null where it is no longer there.</param>
internal sealed record PropertyChange(string Path, JsonNode? Before, JsonNode? After);
