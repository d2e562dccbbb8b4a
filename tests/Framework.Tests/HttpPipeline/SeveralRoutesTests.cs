using Framework.Generated;
using Framework.Tests.Service;

namespace Framework.Tests.HttpPipeline;

/// <summary>One endpoint with several methods and paths.</summary>
public sealed class SeveralRoutesTests
{
    [Theory]
    [InlineData("PUT", "/names/7")]
    [InlineData("PATCH", "/names/7")]
    [InlineData("PATCH", "/titles/7")]
    public async Task Each_route_leads_to_the_endpoint(string method, string path)
    {
        await using var service = New();

        Assert.Equal($"{method} {path} 7", (await service.SendAsync(new HttpApiEvent(method, path))).Body);
    }

    [Theory]
    [InlineData("/names/7", "OPTIONS, PATCH, PUT")]
    [InlineData("/titles/7", "OPTIONS, PATCH")]
    public async Task Other_methods_of_its_paths_are_refused(string path, string allow)
    {
        await using var service = New();

        var response = await service.SendAsync(new HttpApiEvent("POST", path));

        Assert.Equal((405, allow), (response.Status, string.Join(", ", response.Header("allow")!.Split(", ").Order())));
    }

    // The function's handler names the endpoint, which is one however many routes it has.
    private static TestService New() => new(
        [new RenameEndpoint(), new EchoEndpoint()], environment: new() { ["_HANDLER"] = "Rename" });
}
