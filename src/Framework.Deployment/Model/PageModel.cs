using Framework.Functions;

namespace Framework.Deployment.Model;

/// <summary>The page of a service: files in a bucket, and the distribution that serves them and the API under one domain.</summary>
/// <param name="Folder">The folder of the files.</param>
/// <param name="Settings">How the page is deployed.</param>
/// <param name="ApiPaths">The first segments of the API's paths, such as <c>/todos</c>, by name: all below them goes to the API.</param>
internal sealed record PageModel(string Folder, PageAttribute Settings, IReadOnlyList<string> ApiPaths);
