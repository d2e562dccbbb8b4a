namespace Framework.Http;

/// <summary>Sends the client to another place. Each status has its type: <see cref="MovedPermanently"/>, <see cref="Found"/>,
/// <see cref="SeeOther"/>, <see cref="TemporaryRedirect"/>, <see cref="PermanentRedirect"/>.</summary>
/// <param name="StatusCode">The status code.</param>
/// <param name="Location">The other place: a path or URI. Take it from a client only after you have checked where it
/// leads.</param>
public abstract record Redirect(int StatusCode, string Location) : HttpResult(StatusCode)
{
    /// <inheritdoc/>
    public override void AddHeaders(ResponseHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers["location"] = Location;
    }
}
