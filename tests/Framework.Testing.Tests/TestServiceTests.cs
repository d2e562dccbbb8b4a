namespace Framework.Testing.Tests;

public sealed class TestServiceTests
{
    [Fact]
    public async Task A_library_is_no_service() => Assert.Equal(
        "Framework.Testing has no entry point, so it is no service.",
        (await Assert.ThrowsAsync<InvalidOperationException>(() => TestService.StartAsync<TestService>())).Message);
}
