namespace Framework.Http;

/// <summary>308: the resource has moved for good; the client repeats the request there with its method and body.</summary>
/// <param name="Location">The other place: a path or URI.</param>
public sealed record PermanentRedirect(string Location) : Redirect(308, Location);
