using Microsoft.AspNetCore.Http;

namespace Framework.Local.Issuer;

/// <summary>Reads forms.</summary>
internal static class Form
{
    public static OAuthError Malformed { get; } =
        OAuthError.InvalidRequest("Send a form: Content-Type application/x-www-form-urlencoded.");

    /// <summary>The form of a request; null where it has none that can be read.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return null;
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
