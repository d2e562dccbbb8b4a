using Microsoft.AspNetCore.Http;

namespace Framework.Local.Pages;

/// <summary>The page for an address without a page, and for a form that cannot be read.</summary>
internal static class MissingPage
{
    public static Task WriteAsync(HttpContext http, string sentence, int status = StatusCodes.Status404NotFound)
    {
        var title = status == StatusCodes.Status404NotFound ? "Not found" : "Not understood";
        return new LocalPage(title, $"""
            <h1>{title}</h1>
            <p class="note">{Html.Show(sentence)}</p>
            """).WriteAsync(http, status);
    }
}
