namespace Framework.Generators.Endpoints.Models;

/// <summary>One line of <c>OpenEndpoints.txt</c>, the reviewed list of endpoints that are open to anonymous callers.</summary>
/// <param name="Text">The line, without the spaces around it.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record OpenListModel(string Text, LocationInfo Location);
