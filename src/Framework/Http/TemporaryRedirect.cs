namespace Framework.Http;

/// <summary>307: the resource is elsewhere for now; the client repeats the request there with its method and body.</summary>
/// <param name="Location">The other place: a path or URI.</param>
public sealed record TemporaryRedirect(string Location) : Redirect(307, Location);
