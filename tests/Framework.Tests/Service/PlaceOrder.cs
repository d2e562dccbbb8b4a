using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

[Post("/orders")]
[AllowAnonymous]
public sealed class PlaceOrder
{
    public Task<Created<Order>> HandleAsync(Order order) => Task.FromResult(new Created<Order>("/orders/1", order));
}
