using Framework.Http;

namespace Framework.Filters;

/// <summary>Runs around endpoints: after the caller is known and may call, around binding, validation and the handler. Its
/// constructor asks for services as that of an endpoint does, and one is made for each request.</summary>
public interface IEndpointFilter
{
    /// <summary>Handles a request: by <paramref name="next"/>, or by a response of its own.</summary>
    /// <param name="context">The request, its caller and its endpoint.</param>
    /// <param name="next">Runs the next filter, or the endpoint, once at most. A problem, whether the request's or one that is
    /// thrown, is a response by then; an exception that is no problem is still thrown.</param>
    /// <returns>The response, whose headers and cookies may be set; never null.</returns>
#pragma warning disable CA1716 // Next is a word of Visual Basic, and the word that ASP.NET's filters have for it.
    ValueTask<Response> InvokeAsync(FilterContext context, Func<ValueTask<Response>> next);
#pragma warning restore CA1716
}
