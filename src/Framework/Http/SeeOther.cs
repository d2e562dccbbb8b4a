namespace Framework.Http;

/// <summary>303: the result is elsewhere, and a GET reads it: what a form's POST responds with.</summary>
/// <param name="Location">The other place: a path or URI.</param>
public sealed record SeeOther(string Location) : Redirect(303, Location);
