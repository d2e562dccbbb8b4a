using System.Text.Json;
using Framework.Description;
using Framework.Local.Issuer;
using Framework.Local.Output;
using Framework.Local.Pages;
using Framework.Routing;

namespace Framework.Local.Browsing;

/// <summary>The HTML of a route's page: who may call it, and a form that calls it.</summary>
internal static class RoutePage
{
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="json">How JSON writes its body.</param>
    public static string Write(EndpointDescription endpoint, JsonSerializerOptions json)
    {
        var user = endpoint.Access.AllowAnonymous ? "" : DevelopmentUser.Known[0].Name;
        var needed = (Groups: First(endpoint.Access.Groups, ","), Scopes: First(endpoint.Access.Scopes, " "));
        return $"""
            <h1>{Html.Encode($"{endpoint.Method} {endpoint.Template}")}</h1>
            <p>{Html.Encode(endpoint.Name)}; who may call: {Html.Encode(AccessText.Of(endpoint.Access))}</p>
            <noscript><p class="note">Calling a route from here needs JavaScript.</p></noscript>
            <form id="call" data-method="{Html.Encode(endpoint.Method)}" data-template="{Html.Encode(endpoint.Template)}">
            <fieldset><legend>Caller</legend>
            {Field("username", "User name (empty: without a token)", user, list: "users")}
            {Field("groups", "Groups, separated by commas", needed.Groups)}
            {Field("scope", "Scopes, separated by spaces", needed.Scopes)}
            <datalist id="users">{string.Concat(DevelopmentUser.Known.Select(known => $"<option>{Html.Encode(known.Name)}</option>"))}</datalist>
            </fieldset>
            <fieldset><legend>Request</legend>
            {string.Concat(RouteParameters(endpoint).Select(name => Parameter("route", name, "", isRequired: true)))}
            {string.Concat(endpoint.Parameters.Select(Parameter))}
            {Field("more", "Query string, as it is sent (optional)", "")}
            {Body(endpoint, json)}
            </fieldset>
            <button>Send</button>
            </form>
            <section id="response" aria-labelledby="response-title" hidden>
            <h2 id="response-title">Response</h2>
            <p id="response-status" role="status"></p>
            <p><a id="response-link" hidden>Log lines and metrics of this request</a></p>
            <details><summary>Headers</summary><pre id="response-headers" tabindex="0" aria-label="Headers"></pre></details>
            <pre id="response-body" tabindex="0" aria-label="Body"></pre>
            </section>
            """;
    }

    private static IEnumerable<string> RouteParameters(EndpointDescription endpoint) => RouteTemplate.Parse(endpoint.Template).Segments
        .Where(segment => segment.Kind is not RouteSegmentKind.Literal)
        .Select(segment => segment.Text);

    private static string Parameter(ParameterDescription parameter) => parameter.Source switch
    {
        ParameterSource.Query => Parameter("query", parameter.Name, $" ({Kind(parameter)})", parameter.IsRequired),
        ParameterSource.Header => Parameter("header", parameter.Name, $" (header, {Kind(parameter)})", parameter.IsRequired),
        _ => "",
    };

    private static string Kind(ParameterDescription parameter) =>
        $"{(Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type).Name}{(parameter.IsRequired ? "" : ", optional")}";

    private static string Parameter(string source, string name, string kind, bool isRequired) => Field(
        $"{source}-{name}", $"{name}{kind}", "",
        $"""data-source="{source}" data-name="{Html.Encode(name)}"{(isRequired ? " required" : "")} """);

    private static string Field(string id, string label, string value, string more = "", string? list = null) => $"""
        <label for="{Html.Encode(id)}">{Html.Encode(label)}</label>
        <input id="{Html.Encode(id)}" {more}{(list is null ? "" : $"list=\"{list}\" ")}value="{Html.Encode(value)}" autocomplete="off" autocapitalize="none" spellcheck="false">
        """;

    private static string Body(EndpointDescription endpoint, JsonSerializerOptions json) => endpoint.Method is "GET" or "HEAD"
        ? ""
        : $"""
            <label for="body">Body (JSON)</label>
            <textarea id="body" rows="8" spellcheck="false" autocapitalize="none">{Html.Encode(endpoint.RequestType is { } type ? SampleBody.Of(type, json) : "")}</textarea>
            """;

    // For each requirement, the first value that meets it.
    private static string First(IReadOnlyList<IReadOnlyList<string>> needed, string separator) =>
        string.Join(separator, needed.Select(anyOf => anyOf[0]));
}
