namespace Namespace1;

[Method1("/route1")]
#if (anonymous)
[AllowAnonymous]
#endif
public sealed class Endpoint1
{
#if (isGet)
    public Task<Response> HandleAsync(RouteParameters1CancellationToken cancellation) =>
        Task.FromResult(Response.Text(200, "Endpoint1"));
#else
#if (hasBody)
    // A body is a record among these parameters, which is listed in the JSON context of the service.
#endif
    public Task HandleAsync(RouteParameters1CancellationToken cancellation) => Task.CompletedTask;
#endif
}
