using System.Text;
using Framework.Testing.RuntimeApi;

namespace Framework.Package.Tests.Templates;

/// <summary>docs/first-service.md, from an empty folder to the function.</summary>
public sealed class GuideTests
{
    private const string Event =
        """
        {"version":"2.0","routeKey":"GET /hours/{day}","rawPath":"/hours/monday","rawQueryString":"","headers":{},
         "requestContext":{"http":{"method":"GET","path":"/hours/monday","sourceIp":"127.0.0.1"},"requestId":"1","timeEpoch":0},
         "isBase64Encoded":false}
        """;

    [Fact]
    public async Task The_commands_of_the_guide_lead_from_an_empty_folder_to_a_function()
    {
        Assert.SkipWhen(Tool.Missing("clang") is not null, Tool.Missing("clang") ?? "");
        using var folder = new TemplateFolder();
        await using var guide = new Guide(Path.Combine(PackedFeed.Root, "docs", "first-service.md"), folder);

        var output = await guide.RunAsync();

        Assert.Contains("Buy milk", output, StringComparison.Ordinal);
        Assert.Contains("GetHours", output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
        Assert.Contains("GetHours", await InvokeAsync(folder.File("Shop", "publish", "bootstrap")), StringComparison.Ordinal);
    }

    private static async Task<string> InvokeAsync(string binary)
    {
        await using var lambda = await RuntimeApiEmulator.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await using var function = FunctionProcess.Start(binary, lambda, new() { Handler = "GetHours" });
        var result = await lambda.InvokeAsync(Encoding.UTF8.GetBytes(Event), cancellation: TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(result.Payload.Span);
    }
}
