using System.Text;
using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

[Get("/echo/{path+}")]
[AllowAnonymous]
public sealed class Echo
{
    public Task<EchoResponse> HandleAsync(string path, Request request, Caller caller) => Task.FromResult(new EchoResponse(
        request.Method,
        path,
        request.Query.Raw,
        Encoding.UTF8.GetString(request.Body.Span),
        caller.IsAuthenticated ? caller.Id : null,
        request.Headers.Names.Distinct().ToDictionary(name => name, name => request.Headers[name]!)));
}
