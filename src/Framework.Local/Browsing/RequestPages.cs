using System.Globalization;
using Framework.Local.Output;
using Framework.Local.Pages;

namespace Framework.Local.Browsing;

/// <summary>The HTML of requests.</summary>
internal static class RequestPages
{
    private const int MaxPath = 120;

    /// <summary>The rows of the list.</summary>
    public static string Rows(IReadOnlyList<RequestRecord> requests) => string.Concat(requests.Select(Row));

    /// <summary>The page of one request.</summary>
    public static string Show(RequestRecord request) => $"""
        <h1>{Html.Show($"{request.Method} {request.Path}")}</h1>
        <dl class="card">
        <dt>Status</dt><dd>{Status(request)}{ColdStart(request)}</dd>
        {Term("Query", request.Query)}
        <dt>Time</dt><dd>{Time(request)}</dd>
        <dt>Duration</dt><dd>{Duration(request)}</dd>
        <dt>Endpoint</dt><dd>{Endpoint(request)}</dd>
        <dt>Caller</dt><dd>{Caller(request)}</dd>
        <dt>Request id</dt><dd>{Html.Encode(request.Id)}</dd>
        </dl>
        <h2>Log lines</h2>
        {Lines(request)}
        <h2>Metrics</h2>
        {Metrics(request)}
        """;

    private static string Row(RequestRecord request) => $"""
        <tr role="row">
        <td role="cell" data-label="Time">{Time(request)}</td>
        <td role="cell" data-label="Method">{Html.Show(request.Method)}</td>
        <th role="rowheader" scope="row" data-label="Path"><a href="/_local/request?id={Html.Encode(Uri.EscapeDataString(request.Id))}">{Html.Show(Cut(request.Path))}</a></th>
        <td role="cell" data-label="Status">{Status(request)}</td>
        <td role="cell" data-label="Duration">{Duration(request)}{ColdStart(request)}</td>
        <td role="cell" data-label="Endpoint">{Endpoint(request)}</td>
        <td role="cell" data-label="Caller">{Caller(request)}</td>
        </tr>
        """;

    private static string Time(RequestRecord request)
    {
        var local = request.Time.ToLocalTime();
        return $"""<time datetime="{request.Time.ToString("O", CultureInfo.InvariantCulture)}">{local.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}</time>""";
    }

    private static string Status(RequestRecord request) =>
        string.Create(CultureInfo.InvariantCulture, $"""<span class="status s{request.Status / 100}">{request.Status}</span>""");

    private static string Duration(RequestRecord request) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.Milliseconds:0.0} ms");

    private static string ColdStart(RequestRecord request) =>
        request.Metrics is { IsColdStart: true } ? """ <span class="tag">cold start</span>""" : "";

    private static string Endpoint(RequestRecord request) => Html.Show(request.Metrics?.Endpoint ?? "(gateway)");

    private static string Caller(RequestRecord request) => Html.Show(request.Caller ?? "-");

    private static string Lines(RequestRecord request)
    {
        if (request.Lines.Count == 0)
            return """<p class="note">The request logged nothing.</p>""";
        var lines = string.Concat(request.Lines.Select(line =>
            $"""<li><span class="level {Html.Encode(line.Level.ToLowerInvariant())}">{Html.Encode(line.Level)}</span> <code>{Text(line)}</code></li>"""));
        var note = request.LeftOut == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"""<p class="note">{request.LeftOut} more are cut or left out: the console has them all.</p>""");
        return $"""<ul class="lines">{lines}</ul>{note}""";
    }

    private static string Text(LoggedLine line) =>
        string.Join('\n', line.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(Html.Show));

    private static string Metrics(RequestRecord request) => request.Metrics is not { Recorded.Count: > 0 } metrics
        ? """<p class="note">The request recorded no metric of its own.</p>"""
        : $"""<dl class="card">{string.Concat(metrics.Recorded.Select(metric => Term(metric.Key, metric.Value.ToString(CultureInfo.InvariantCulture))))}</dl>""";

    private static string Term(string name, string text) =>
        text.Length == 0 ? "" : $"<dt>{Html.Show(name)}</dt><dd>{Html.Show(text)}</dd>";

    private static string Cut(string path) => path.Length <= MaxPath ? path : $"{path[..MaxPath]}…";
}
