using Framework.Routing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Framework.Tests.Routing;

public sealed class RouteTreeTests
{
    private static readonly string[] Segments = ["a", "b", "{x}", "{y}"];
    private static readonly string[] Words = ["a", "b", "c", ""];

    [Theory]
    [InlineData("/todos", "/todos")]
    [InlineData("/todos/1", "/todos/{id}")]
    [InlineData("/todos/new", "/todos/new")]
    [InlineData("/todos/new/items", "/todos/{id}/items")]
    [InlineData("/todos/new/other", "/{all+}")]
    [InlineData("/todos/", "/{all+}")]
    [InlineData("/Todos", "/{all+}")]
    [InlineData("//todos", "/{all+}")]
    [InlineData("/todos//items", "/{all+}")]
    [InlineData("/", null)]
    [InlineData("", null)]
    [InlineData("todos", null)]
    public void The_most_specific_route_takes_a_path_and_a_wrong_turn_is_taken_back(string path, string? expected)
    {
        var tree = Tree("/todos", "/todos/{id}", "/todos/new", "/todos/{id}/items", "/{all+}");

        Assert.Equal(expected, tree.Find("GET", path)?.Target);
    }

    [Fact]
    public void A_route_of_another_method_does_not_hide_a_less_specific_one()
    {
        var tree = new RouteTree<string>();
        tree.Add("POST", RouteTemplate.Parse("/todos/new"), "post");
        tree.Add("GET", RouteTemplate.Parse("/todos/{id}"), "get");

        Assert.Equal("get", tree.Find("GET", "/todos/new")?.Target);
        Assert.Equal(["GET", "POST"], tree.MethodsOf("/todos/new"));
    }

    [Theory]
    [InlineData("/a%2Fb", "a/b")]
    [InlineData("/a%252Fb", "a%2Fb")]
    [InlineData("/a+b", "a+b")]
    [InlineData("/Zo%C3%AB", "Zoë")]
    [InlineData("/100%25", "100%")]
    [InlineData("/%2e%2e", "..")]
    public void A_parameter_is_decoded_once_and_stays_in_its_segment(string path, string expected)
    {
        var route = Tree("/{id}").Find("GET", path);

        Assert.NotNull(route);
        Assert.Equal(expected, new RouteValues(route.Template, path)["id"]);
    }

    [Fact]
    public void An_encoded_literal_is_the_same_literal() =>
        Assert.NotNull(Tree("/größe").Find("GET", "/gr%C3%B6%C3%9Fe"));

    [Fact]
    public void A_catch_all_takes_all_that_is_left()
    {
        var route = Tree("/files/{path+}").Find("GET", "/files/a/b%20c")!;
        var values = new RouteValues(route.Template, "/files/a/b%20c");

        Assert.Equal("a/b c", values["path"]);
        Assert.Null(values["other"]);
        Assert.Null(Tree("/files/{path+}").Find("GET", "/files/"));
    }

    [Fact]
    public void Two_endpoints_in_one_place_are_refused() =>
        Assert.Contains("GET /{b}", Assert.Throws<InvalidOperationException>(() => Tree("/{a}", "/{b}")).Message);

    [Theory]
    [InlineData("todos", "The route 'todos' must begin with '/'.")]
    [InlineData("", "The route '' must begin with '/'.")]
    [InlineData("/todos/", "The route '/todos/' has an empty segment.")]
    [InlineData("//", "The route '//' has an empty segment.")]
    [InlineData("/{}", "In the route '/{}', '{}' must be {name} or {name+}.")]
    [InlineData("/{+}", "In the route '/{+}', '{+}' must be {name} or {name+}.")]
    [InlineData("/{a", "In the route '/{a', '{a' must be {name} or {name+}.")]
    [InlineData("/{{a}", "In the route '/{{a}', '{{a}' must be {name} or {name+}.")]
    [InlineData("/a}", "In the route '/a}', 'a}' must be a literal or one {name}.")]
    [InlineData("/}a", "In the route '/}a', '}a' must be a literal or one {name}.")]
    [InlineData("/a{b}", "In the route '/a{b}', 'a{b}' must be a literal or one {name}.")]
    [InlineData("/{a}b", "In the route '/{a}b', '{a}b' must be {name} or {name+}.")]
    [InlineData("/{a+}/b", "The route '/{a+}/b' has a catch-all that is not its last segment.")]
    public void A_malformed_template_is_refused_with_what_is_right(string template, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => RouteTemplate.Parse(template)).Message);

    [Fact]
    public void The_root_is_a_route_of_its_own()
    {
        Assert.Equal("/", Tree("/", "/{all+}").Find("GET", "/")?.Target);
        Assert.Equal(["GET"], Tree("/", "/todos").MethodsOf("/"));
        Assert.Empty(Tree("/todos").MethodsOf("/"));
    }

    [Fact]
    public void Methods_share_a_catch_all_which_takes_one_segment_or_more()
    {
        var tree = new RouteTree<string>();
        tree.Add("GET", RouteTemplate.Parse("/files/{path+}"), "get");
        tree.Add("PUT", RouteTemplate.Parse("/files/{path+}"), "put");

        Assert.Equal("get", tree.Find("GET", "/files/a")?.Target);
        Assert.Equal("put", tree.Find("PUT", "/files/a")?.Target);
        Assert.Equal(["GET", "PUT"], tree.MethodsOf("/files/a/b"));
        Assert.Empty(tree.MethodsOf("/files/"));
    }

    [Property]
    public Property The_tree_finds_what_a_list_of_templates_finds() => Prop.ForAll(
        Templates().ToArbitrary(), Paths().ToArbitrary(), (templates, path) =>
            Tree([.. templates]).Find("GET", path)?.Target == Naive(templates, path));

    // Counted in bytes made: a larger tree makes a lookup no dearer.
    [Fact]
    public void A_lookup_costs_the_same_among_three_routes_and_three_thousand()
    {
        static long Cost(int routes)
        {
            var tree = new RouteTree<string>();
            for (var index = 0; index < routes; index++)
                tree.Add("GET", RouteTemplate.Parse($"/r{index}/{{id}}"), "route");
            tree.Find("GET", "/r1/x");
            var before = GC.GetAllocatedBytesForCurrentThread();
            tree.Find("GET", "/r1/x");
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, Cost(3));
        Assert.Equal(0, Cost(3000));
    }

    private static Gen<string[]> Templates() =>
        Gen.Elements(Segments).NonEmptyListOf().Select(segments => segments.Take(4).ToList())
            .SelectMany(segments => Gen.Elements(true, false).Select(catchAll =>
                "/" + string.Join('/', segments) + (catchAll ? "/{rest+}" : "")))
            .ArrayOf().Select(templates => templates.DistinctBy(Shape).ToArray());

    private static Gen<string> Paths() =>
        Gen.Elements(Words).ListOf().Select(words => "/" + string.Join('/', words.Take(6)));

    private static string Shape(string template) => template.Replace("{y}", "{x}");

    private static string? Naive(IEnumerable<string> templates, string path) => templates
        .Where(template => Takes(template.Split('/')[1..], path.Split('/')[1..]))
        .OrderBy(template => string.Concat(template.Split('/')[1..].Select(Rank)), StringComparer.Ordinal)
        .FirstOrDefault();

    private static char Rank(string segment) => segment.EndsWith("+}", StringComparison.Ordinal) ? '3' : segment.StartsWith('{') ? '2' : '1';

    private static bool Takes(string[] template, string[] path)
    {
        for (var index = 0; index < template.Length; index++)
        {
            if (Rank(template[index]) == '3')
                return path.Length > index + 1 || (path.Length == index + 1 && path[index].Length > 0);
            if (index >= path.Length || path[index].Length == 0 || (Rank(template[index]) == '1' && template[index] != path[index]))
                return false;
        }
        return template.Length == path.Length;
    }

    private static RouteTree<string> Tree(params string[] templates)
    {
        var tree = new RouteTree<string>();
        foreach (var template in templates)
            tree.Add("GET", RouteTemplate.Parse(template), template);
        return tree;
    }
}
