namespace Framework.Http;

/// <summary>A handler's response as a type: <see cref="Ok{T}"/>, <see cref="NoContent"/>, <see cref="FileResult"/> and so on.
/// Derive from it, or from <see cref="JsonResult{T}"/>, for another status.</summary>
/// <param name="StatusCode">The status code, 200 to 599.</param>
public abstract record HttpResult(int StatusCode)
{
    private ResultParts? _parts;

    /// <summary>Headers of this response alone: <c>new Ok&lt;Todo&gt;(todo) { Headers = { ["x-total"] = "3" } }</c>. They replace
    /// those that the type itself sets.</summary>
    public ResponseHeaders Headers => (_parts ??= new()).Headers;

    /// <summary>The cookies that this response sets: <c>new NoContent { Cookies = { new("theme", "dark") } }</c>.</summary>
    public IList<ResponseCookie> Cookies => (_parts ??= new()).Cookies;

    /// <summary>Sets the headers that all responses of this type have.</summary>
    /// <param name="headers">The response's headers.</param>
    public virtual void AddHeaders(ResponseHeaders headers)
    {
    }

    /// <summary>The response, where it needs no JSON.</summary>
    internal virtual Response ToResponse() => Complete(new Response(StatusCode));

    /// <summary>Adds the headers and cookies to a response.</summary>
    internal Response Complete(Response response)
    {
        AddHeaders(response.Headers);
        _parts?.CopyTo(response);
        return response;
    }
}
