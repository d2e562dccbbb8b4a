using Framework.Generators.Endpoints;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tests.Endpoints;

/// <summary>Where the generator sees a function's calls go.</summary>
public sealed class EgressTests
{
    private const string Services = """
        [Framework.Resources.Egress(Framework.Resources.Egress.Aws)] public interface IQueue;
        public interface IStock;
        public sealed class Prices(IQueue queue, TimeProvider clock);
        public sealed class Loop(Loop loop, IQueue queue);
        public sealed class Shop(Prices prices, IStock stock);
        public class Open(IQueue queue);
        public sealed class Two { public Two() { } public Two(IQueue queue) { } }
        [Framework.Resources.Egress(Framework.Resources.Egress.None)] public interface IRounding;
        """;

    [Theory]
    [InlineData("", "None")]
    [InlineData("TimeProvider clock", "None")]
    [InlineData("Framework.Metrics.IMetrics metrics", "None")]
    [InlineData("Framework.Runtime.LambdaEnvironment environment", "None")]
    [InlineData("IRounding rounding", "None")]
    [InlineData("IQueue queue", "Aws")]
    [InlineData("Prices prices", "Aws")]
    [InlineData("Loop loop", "Aws")]
    [InlineData("IStock stock", "Anywhere")]
    [InlineData("IQueue queue, IStock stock", "Anywhere")]
    [InlineData("Shop shop", "Anywhere")]
    [InlineData("Open open", "Anywhere")]
    [InlineData("Two two", "Anywhere")]
    [InlineData("System.Net.Http.HttpClient client", "Anywhere")]
    [InlineData("Func<IQueue> queue", "Anywhere")]
    public void It_is_what_the_constructor_reaches(string parameters, string expected) =>
        Assert.Contains($"Egress = Egress.{expected},", Source("ReadEndpoint", Endpoint(parameters)), StringComparison.Ordinal);

    [Fact]
    public void What_the_rules_of_the_body_reach_counts()
    {
        var source = Source("CreateEndpoint", """
            [Post("/a")]
            public sealed class Create
            {
                public sealed record Body(string Title);
                public sealed class BodyRules(IQueue queue) : AbstractValidator<Body>;
                public Task HandleAsync(Body body) => Task.CompletedTask;
            }
            [JsonSerializable(typeof(Create.Body))] internal sealed partial class ShopJson;
            """);

        Assert.Contains("Egress = Egress.Aws,", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", false)]
    [InlineData("IQueue queue", "", true)]
    [InlineData("", "namespace Framework.Parameters { public static class ParameterServices; }", true)]
    public void Only_a_service_that_calls_something_holds_the_choice_of_roots(string parameters, string code, bool expected) => Assert.Equal(
        expected, Source("ServiceEndpoints", Endpoint(parameters) + code).Contains("Egress = Framework.Resources.Egress.", StringComparison.Ordinal));

    [Theory]
    [InlineData("class Other { object _client = new System.Net.Http.HttpClient(); }", true)]
    [InlineData("class Other { void Do() { System.Net.Http.HttpClient client = new(); } }", true)]
    [InlineData("class Other { static System.Net.Http.HttpClient Client { get; } = new(); }", true)]
    [InlineData("class Other { object _client = new System.Net.Sockets.TcpClient(\"a\", 1); }", true)]
    [InlineData("class AmazonS3Client; class Other { object _client = new AmazonS3Client(); }", true)]
    [InlineData("class Other { System.Net.Http.HttpClient? _client; void Do() => _client ??= new(); }", true)]
    [InlineData("class Other { System.Net.Http.HttpClient Client => new() { Timeout = default }; }", true)]
    [InlineData("class Other { Func<System.Net.Http.HttpClient> _make = () => new(); }", true)]
    [InlineData("class Other { object _client = System.Net.WebRequest.CreateHttp(\"https://a.example\"); }", true)]
    [InlineData("class Mine : System.Net.Http.HttpClient; class Other { object _client = new Mine(); }", true)]
    [InlineData("class Other(System.Net.Http.HttpClient client) { System.Net.Http.HttpClient _client = client; }", false)]
    [InlineData("class Client; class Other { Client _client = new(); }", false)]
    public void Code_that_makes_a_client_may_call_anywhere(string code, bool expected) => Assert.Equal(
        expected, Source("ServiceEndpoints", Endpoint("") + code).Contains("Egress = Framework.Resources.Egress.Anywhere", StringComparison.Ordinal));

    [Fact]
    public void An_alias_of_a_client_may_call_anywhere()
    {
        var run = new GeneratorRun(
            new EndpointGenerator(), "using Web = System.Net.Http.HttpClient;\n" + EndpointSource.Usings + Services + Endpoint("") + "class Other { object _client = new Web(); }");

        Assert.Contains(run.Sources, source => source.Contains("Egress = Framework.Resources.Egress.Anywhere", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Microsoft.Data.SqlClient", true)]
    [InlineData("Microsoft.Graph", true)]
    [InlineData("System.ServiceModel.Http", true)]
    [InlineData("AWSSDK.Extensions.NETCore.Setup", true)]
    [InlineData("AWSSDK.S3", false)]
    [InlineData("Microsoft.Extensions.Http", false)]
    public void A_library_of_a_family_that_is_known_calls_nothing_by_itself_where_it_only_brings_services(string name, bool expected)
    {
        var reference = GeneratorRun.Emit(GeneratorRun.Compile("public class Caller { public System.Net.Http.HttpClient Client; }").WithAssemblyName(name));
        var compilation = GeneratorRun.Compile(EndpointSource.Usings + Services + Endpoint("")).AddReferences(reference);
        var run = new GeneratorRun([new EndpointGenerator().AsSourceGenerator()], compilation);

        Assert.Equal(expected, run.Sources.Any(source => source.Contains("Egress = Framework.Resources.Egress.Anywhere", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("public class Payments { public System.Net.Http.HttpClient Client; }", true)]
    [InlineData("public class Rounding;", false)]
    public void A_library_that_uses_the_network_may_call_anywhere(string library, bool expected)
    {
        var reference = GeneratorRun.Emit(GeneratorRun.Compile(library).WithAssemblyName("Payments"));
        var compilation = GeneratorRun.Compile(EndpointSource.Usings + Services + Endpoint("")).AddReferences(reference);
        var run = new GeneratorRun([new EndpointGenerator().AsSourceGenerator()], compilation);

        Assert.Equal(expected, run.Sources.Any(source => source.Contains("Egress = Framework.Resources.Egress.Anywhere", StringComparison.Ordinal)));
    }

    private static string Endpoint(string parameters) =>
        $"[Get(\"/a\")] public sealed class Read({parameters}) {{ public Task HandleAsync() => Task.CompletedTask; }}\n";

    private static string Source(string name, string code)
    {
        var run = new GeneratorRun(new EndpointGenerator(), EndpointSource.Usings + Services + code);
        Assert.Empty(run.Diagnostics);
        return run.Sources.Single(source => source.Contains($"class {name}", StringComparison.Ordinal));
    }
}
