using System.Text.Json;
using Framework.Generators.Endpoints;

namespace Framework.Generators.Tests.Endpoints;

/// <summary>How names are read, the same for every part of the generator.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("Small")]
    [InlineData("ID")]
    [InlineData("URLPath")]
    [InlineData("A")]
    [InlineData("already")]
    public void An_enum_s_word_is_the_name_that_System_Text_Json_would_write(string member)
    {
        var run = new GeneratorRun(new EndpointGenerator(), EndpointSource.Usings + $$"""
            public enum Kind { {{member}}, Other }

            [Get("/a")] public sealed class Look { public Task HandleAsync(Kind kind) => Task.CompletedTask; }
            """);

        Assert.Contains($"case \"{JsonNamingPolicy.CamelCase.ConvertName(member)}\":", string.Concat(run.Sources), StringComparison.Ordinal);
    }

    [Fact]
    public void A_namespace_that_only_begins_like_NET_s_own_is_an_author_s()
    {
        var run = new GeneratorRun(new EndpointGenerator(), EndpointSource.Usings + """
            namespace Systematic;

            public abstract record Shape(int Sides);

            [Post("/a")] public sealed class Draw { public Task HandleAsync(Sheet sheet) => Task.CompletedTask; }

            public sealed record Sheet(Shape Shape);

            [JsonSerializable(typeof(Sheet))]
            internal sealed partial class ShopJson : JsonSerializerContext
            {
                public ShopJson() : base(null) { }
                protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            }
            """);

        Assert.Equal("FWK119", Assert.Single(run.Diagnostics).Id);
    }
}
