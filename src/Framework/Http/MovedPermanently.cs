namespace Framework.Http;

/// <summary>301: the resource has moved for good. Clients may change a POST into a GET; <see cref="PermanentRedirect"/>
/// keeps the method.</summary>
/// <param name="Location">The other place: a path or URI.</param>
public sealed record MovedPermanently(string Location) : Redirect(301, Location);
