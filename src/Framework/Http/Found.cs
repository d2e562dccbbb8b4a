namespace Framework.Http;

/// <summary>302: the resource is elsewhere for now. Clients may change a POST into a GET; <see cref="TemporaryRedirect"/> keeps the
/// method.</summary>
/// <param name="Location">The other place: a path or URI.</param>
public sealed record Found(string Location) : Redirect(302, Location);
