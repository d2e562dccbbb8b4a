namespace Framework.Http;

/// <summary>What few results have: headers and cookies of their own.</summary>
internal sealed class ResultParts
{
    private List<ResponseCookie>? _cookies;

    public ResponseHeaders Headers { get; } = new();

    public IList<ResponseCookie> Cookies => _cookies ??= [];

    public void CopyTo(Response response)
    {
        foreach (var header in Headers)
            response.Headers[header.Name] = header.Value;
        foreach (var cookie in _cookies ?? [])
            response.SetCookie(cookie);
    }
}
