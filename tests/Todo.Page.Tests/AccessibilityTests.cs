using Deque.AxeCore.Playwright;

namespace Todo.Page.Tests;

/// <summary>axe-core, with all of its rules, finds nothing in any state of the page.</summary>
public abstract class AccessibilityTests(TodoSite site, ColorScheme scheme) : PageTest(site)
{
    // Colours are judged as they end up, not on their way there.
    protected override BrowserNewContextOptions Context =>
        new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce };

    [Fact]
    public async Task The_sign_in_passes_axe()
    {
        await Page.GotoAsync("/");
        await Expect(SignInButton).ToBeVisibleAsync();
        await PassesAxeAsync();
    }

    [Fact]
    public async Task The_empty_list_passes_axe()
    {
        await OpenAsync();
        await PassesAxeAsync();
    }

    [Fact]
    public async Task The_list_passes_axe()
    {
        await OpenAsync("One", "x Two");
        await Item(0).HoverAsync();
        await PassesAxeAsync();
    }

    [Fact]
    public async Task An_edit_and_a_refusal_pass_axe()
    {
        await OpenAsync("One", "Two");
        await EditAsync(0, new string('x', 201));
        await Expect(Item(0).Locator(".problem")).ToBeVisibleAsync();
        await TypeAsync(new string('y', 201));
        await Expect(Page.Locator("#new-todo-problem")).ToBeVisibleAsync();
        await PassesAxeAsync();
    }

    [Fact]
    public async Task A_conflict_passes_axe()
    {
        await OpenAsync("One", "Two");
        await Api.ChangeAsync((await Api.ListAsync())[0], title: "Theirs");
        await EditAsync(0, "Mine");
        await Expect(Item(0).Locator(".versions")).ToBeVisibleAsync();
        await PassesAxeAsync();
    }

    [Fact]
    public async Task The_offline_page_passes_axe()
    {
        await OpenAsync("One", "Two");
        await Page.Context.SetOfflineAsync(true);
        await Toggle(0).CheckAsync();
        await Expect(OfflineBanner).ToContainTextAsync("1 change waits");
        await PassesAxeAsync();
    }

    private async Task PassesAxeAsync()
    {
        var result = await Page.RunAxe();
        Assert.Equal([], result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} at {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
    }
}

public sealed class LightAccessibilityTests(TodoSite site) : AccessibilityTests(site, ColorScheme.Light);

public sealed class DarkAccessibilityTests(TodoSite site) : AccessibilityTests(site, ColorScheme.Dark);
