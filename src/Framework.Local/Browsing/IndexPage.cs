using Framework.Description;
using Framework.Local.Output;
using Framework.Local.Pages;
using Framework.Local.WebSockets;

namespace Framework.Local.Browsing;

/// <summary>The HTML of <c>/_local</c>: the routes, the last requests, and links to the other pages.</summary>
internal static class IndexPage
{
    /// <param name="service">The service's name.</param>
    /// <param name="endpoints">Its endpoints.</param>
    /// <param name="requests">The last requests, the newest first.</param>
    /// <param name="signIn">The address of the sign-in page.</param>
    public static string Write(
        string service, IReadOnlyList<EndpointDescription> endpoints, IReadOnlyList<RequestRecord> requests, string signIn) => $"""
        <h1>{Html.Show(service)}</h1>
        <p>What the service has and does on this machine. <a href="/_local/tables">Tables</a> shows what it keeps, and the
        <a href="{Html.Encode(signIn)}">sign-in page</a> is where its own pages send their users.</p>
        <h2 id="routes">Routes</h2>
        {Routes(endpoints)}
        {WebSocket(endpoints)}
        <h2 id="requests">Requests</h2>
        <p id="live" role="status">The list follows the service where JavaScript is on.</p>
        <table class="cards compact" role="table" id="request-list" data-size="{RequestJournal.Size}" aria-labelledby="requests">
        <thead role="rowgroup"><tr role="row">
        <th role="columnheader" scope="col">Time</th><th role="columnheader" scope="col">Method</th>
        <th role="columnheader" scope="col">Path</th><th role="columnheader" scope="col">Status</th>
        <th role="columnheader" scope="col">Duration</th><th role="columnheader" scope="col">Endpoint</th>
        <th role="columnheader" scope="col">Caller</th></tr></thead>
        <tbody role="rowgroup" data-last="{(requests.Count == 0 ? 0 : requests[0].Number)}">
        {RequestPages.Rows(requests)}
        </tbody>
        </table>
        """;

    private static string Routes(IReadOnlyList<EndpointDescription> endpoints) => endpoints.Count == 0
        ? """<p class="note">The service has no endpoint.</p>"""
        : $"""
            <table class="cards compact" role="table" aria-labelledby="routes">
            <thead role="rowgroup"><tr role="row">
            <th role="columnheader" scope="col">Method</th><th role="columnheader" scope="col">Path</th>
            <th role="columnheader" scope="col">Endpoint</th><th role="columnheader" scope="col">Who may call</th></tr></thead>
            <tbody role="rowgroup">
            {string.Concat(endpoints.SelectMany(endpoint => endpoint.Routes, Row).OrderBy(row => row.Template, StringComparer.Ordinal).Select(row => row.Html))}
            </tbody>
            </table>
            """;

    private static string WebSocket(IReadOnlyList<EndpointDescription> endpoints) => !WebSocketApi.Has(endpoints)
        ? ""
        : $"""
            <h2 id="websocket">WebSocket API</h2>
            <p>Connect to <code>{WebSocketApi.Path}</code> of this address, with <code>?access_token=</code> and a token where
            <code>$connect</code> is for signed-in callers.</p>
            <table class="cards compact" role="table" aria-labelledby="websocket">
            <thead role="rowgroup"><tr role="row">
            <th role="columnheader" scope="col">Route</th>
            <th role="columnheader" scope="col">Endpoint</th><th role="columnheader" scope="col">Who may call</th></tr></thead>
            <tbody role="rowgroup">
            {string.Concat(endpoints.SelectMany(endpoint => endpoint.RouteKeys, Row).OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Html))}
            </tbody>
            </table>
            """;

    private static (string Key, string Html) Row(EndpointDescription endpoint, string key) => (key, $"""
        <tr role="row">
        <th role="rowheader" scope="row" data-label="Route">{Html.Show(key)}</th>
        <td role="cell" data-label="Endpoint">{Html.Encode(endpoint.Name)}</td>
        <td role="cell" data-label="Who may call">{Html.Encode(AccessText.Of(endpoint.Access))}</td>
        </tr>
        """);

    private static (string Template, string Html) Row(EndpointDescription endpoint, RouteDescription route) => (route.Template, $"""
        <tr role="row">
        <td role="cell" data-label="Method">{Html.Encode(route.Method)}</td>
        <th role="rowheader" scope="row" data-label="Path"><a href="/_local/routes/{Html.Encode(Uri.EscapeDataString(endpoint.Name))}" aria-label="Call {Html.Encode($"{route.Method} {route.Template}")}">{Html.Encode(route.Template)}</a></th>
        <td role="cell" data-label="Endpoint">{Html.Encode(endpoint.Name)}</td>
        <td role="cell" data-label="Who may call">{Html.Encode(AccessText.Of(endpoint.Access))}</td>
        </tr>
        """);
}
