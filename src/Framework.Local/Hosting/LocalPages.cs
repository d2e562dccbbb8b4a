using Framework.Local.Browsing;
using Framework.Local.Data;
using Framework.Local.Gateway;
using Framework.Local.Output;
using Framework.Local.Pages;
using Microsoft.AspNetCore.Routing;

namespace Framework.Local.Hosting;

/// <summary>The pages under <c>/_local</c>.</summary>
internal sealed class LocalPages(Deployments deployments, RequestJournal requests, LocalTables tables)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        LocalAssets.Map(routes);
        new IndexEndpoints(deployments, requests).Map(routes);
        new RequestEndpoints(requests).Map(routes);
        new TableEndpoints(tables.Reader).Map(routes);
        new ItemEndpoints(tables).Map(routes);
    }
}
