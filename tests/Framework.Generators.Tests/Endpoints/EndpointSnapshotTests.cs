using Framework.Generators.Endpoints;

namespace Framework.Generators.Tests.Endpoints;

/// <summary>The generated code as a person reads it, compiled without a warning.</summary>
public sealed class EndpointSnapshotTests
{
    [Fact]
    public void Values_from_the_path_the_query_and_the_headers() => Matches("Sources", """
        namespace Shop;

        [Get("/shelves/{shelf}/{rest+}")]
        public sealed class Sources(IServiceProvider services)
        {
            public object Services => services;

            public Task HandleAsync(
                string shelf, Guid rest, int page, string? after, [FromHeader] string ifMatch, [FromHeader("x-trace")] string[] trace,
                Caller caller, Request request, Framework.Runtime.Invocation invocation, CancellationToken cancellation) => Task.CompletedTask;
        }
        """);

    [Fact]
    public void Responses_that_are_sent_while_they_are_made()
    {
        Matches("Stream", """
            namespace Shop;

            public sealed record Item(string Name);

            [JsonSerializable(typeof(Item))] internal sealed partial class ShopJson;

            [Get("/items")]
            public sealed class Stream : IDisposable
            {
                public IAsyncEnumerable<Item> HandleAsync(CancellationToken cancellation) => null!;

                public void Dispose() { }
            }
            """);
        Matches("Streams", """
            namespace Shop;

            public sealed record Item(string Name);

            [JsonSerializable(typeof(Item))] internal sealed partial class ShopJson;

            [Get("/items/{id}")]
            public sealed class Streams
            {
                public Task<Results<Ndjson<Item>, ServerSentEvents<string>, FileStreamResult, Ok<Item>>> HandleAsync(string id) => null!;
            }
            """);
    }

    [Fact]
    public void Values_of_every_simple_type() => Matches("Simple", """
        [Get("/simple")]
        public sealed class Simple
        {
            public Task HandleAsync(
                string a, bool b, char c, sbyte d, byte e, short f, ushort g, int h, uint i, long j, ulong k, float l, double m, decimal n,
                Guid o, DateOnly p, TimeOnly q, DateTimeOffset r, DateTime s, TimeSpan t, Uri u) => Task.CompletedTask;
        }
        """);

    [Fact]
    public void Values_that_may_be_left_out_or_repeated() => Matches("Shapes", """
        [Get("/shapes")]
        public sealed class Shapes
        {
            public Task HandleAsync(
                int? a, string? b, int[] c, IReadOnlyList<Guid> d, int e = 20, string f = "name", int? g = 5, string? h = null,
                DateOnly i = default, decimal j = 1.5m, [Range(1, 100)] int k = 10, [Range(0.5, double.PositiveInfinity)] double l = 1) => Task.CompletedTask;
        }
        """);

    [Fact]
    public void Enums_and_types_that_parse_themselves() => Matches("Words", """
        namespace Shop;

        public enum Size { Small, ExtraLarge, @default, [JsonStringEnumMemberName("one-size")] Any }

        public readonly record struct Sku(string Text) : IParsable<Sku>
        {
            public static Sku Parse(string text, IFormatProvider? provider) => new(text);
            public static bool TryParse(string? text, IFormatProvider? provider, out Sku sku) { sku = new(text!); return true; }
        }

        [Get("/words/{sku}")]
        public sealed class Words
        {
            public Task HandleAsync(Sku sku, Sku? other, Size size, Size? least, Size most = Size.ExtraLarge) => Task.CompletedTask;
        }
        """);

    [Fact]
    public void Enums_in_JSON_and_flags_and_a_header_s_instant() => Matches("Spelled", """
        namespace Shop;

        public enum Colour { Red, [JsonStringEnumMemberName("off-white")] OffWhite }

        [Flags] public enum Tools { None = 0, Brush = 1, Knife = 2 }

        [JsonConverter(typeof(OwnConverter))] public enum Own { A }

        public sealed class OwnConverter : JsonConverter<Own>
        {
            public override Own Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => default;
            public override void Write(System.Text.Json.Utf8JsonWriter writer, Own value, System.Text.Json.JsonSerializerOptions options) { }
        }

        [Post("/paintings")]
        public sealed class Spelled
        {
            public sealed record Body(Colour? Colour, Dictionary<Colour, Own> Litres, List<DayOfWeek> Days);

            public sealed record Result(Tools Tools);

            public Task<Result> HandleAsync(Body body, Tools tools, [FromHeader] DateTimeOffset ifModifiedSince, [FromHeader] DateTimeOffset[] days) => null!;
        }

        [JsonSerializable(typeof(Spelled.Body))]
        [JsonSerializable(typeof(Spelled.Result))]
        internal sealed partial class ShopJson;
        """);

    [Fact]
    public void A_body_with_rules_and_names_of_its_own() => Matches("Bodied", """
        namespace Shop;

        public interface IStock;

        public sealed record Line([property: JsonPropertyName("sku_code")] string Sku, int Count, IReadOnlyList<Line> Parts);

        [Post("/orders")]
        public sealed class Bodied
        {
            public sealed record Body(string Customer, List<Line> Lines, [property: JsonPropertyName("the_note")] string? Note);

            public sealed class BodyRules : AbstractValidator<Body>;

            public sealed class StockRules(IStock stock) : AbstractValidator<Body> { public object Stock => stock; }

            public Task<Created<Body>> HandleAsync(Body body, CancellationToken cancellation) => null!;
        }

        [JsonSerializable(typeof(Bodied.Body))]
        internal sealed partial class ShopJson;
        """);

    [Fact]
    public void A_body_that_may_be_left_out_with_nulls_in_its_list() => Matches("Optional", """
        public sealed record Tags(List<string?> Names);

        public sealed class TagRules : AbstractValidator<Tags>;

        [Put("/tags")]
        public sealed class Optional
        {
            public ValueTask<Tags?> HandleAsync(Tags? tags = null) => default;
        }

        [JsonSerializable(typeof(Tags))]
        internal sealed partial class ShopJson;
        """);

    [Fact]
    public void Responses_of_every_form_in_one_service() => Matches("Responses", """
        namespace Shop;

        public sealed record Item(int Id);

        [Get("/nothing")] public sealed class Nothing { public Task HandleAsync() => Task.CompletedTask; }
        [Get("/nothing-soon")] public sealed class NothingSoon { public ValueTask HandleAsync() => default; }
        [Get("/response")] public sealed class Whole { public Task<Response> HandleAsync() => null!; }
        [Get("/value")] public sealed class Value { public Task<Item> HandleAsync() => null!; }
        [Get("/perhaps")] public sealed class Perhaps { public ValueTask<Item?> HandleAsync() => default; }
        [Get("/list")] public sealed class Many { public Task<IReadOnlyList<Item>> HandleAsync() => null!; }
        [Post("/created")] public sealed class Make { public Task<Created<Item>> HandleAsync() => null!; }
        [Post("/accepted")] public sealed class Accept { public Task<Accepted<Item>> HandleAsync() => null!; }
        [Post("/multi")] public sealed class Batch { public Task<MultiStatus<Item>> HandleAsync() => null!; }
        [Delete("/items/{id}")] public sealed class Remove { public Task HandleAsync(int id) => Task.CompletedTask; }

        [JsonSerializable(typeof(Item))]
        [JsonSerializable(typeof(IReadOnlyList<Item>))]
        internal sealed partial class ShopJson;
        """);

    [Fact]
    public void Who_may_call_and_from_where() => Matches("Access", """
        [Get("/open"), AllowAnonymous] public sealed class Open { public Task HandleAsync() => Task.CompletedTask; }

        [Get("/closed"), RequireGroup("admins", "owners"), RequireGroup("staff"), RequireScope("orders/write")]
        [Cors("https://shop.example.com", "https://admin.example.com", AllowCredentials = true)]
        public sealed class Closed { public Task HandleAsync() => Task.CompletedTask; }
        """);

    [Fact]
    public void Services_by_key_and_services_that_need_not_be_there() => Matches("Keyed", """
        namespace Shop;

        public interface IStock;

        [Post("/keyed")]
        public sealed class Keyed(
            [FromKeyedServices("eu")] IStock near, [FromKeyedServices(7)] IStock? far = null, IStock? any = null, TimeProvider? clock = null)
        {
            public sealed record Body(int Count);

            public sealed class Rules([FromKeyedServices("eu")] IStock stock) : AbstractValidator<Body> { public object Stock => stock; }

            public object?[] All => [near, far, any, clock];

            public Task HandleAsync(Body body, int[]? pages, [FromHeader] IReadOnlyList<string>? tags = null) => Task.CompletedTask;
        }

        [JsonSerializable(typeof(Keyed.Body))]
        internal sealed partial class ShopJson;
        """);

    [Fact]
    public void What_a_base_class_says_holds_for_those_that_derive_from_it() => Matches("Inherited", """
        [RequireGroup("admins"), Cors("https://admin.example.com")]
        public abstract class ForAdmins
        {
            public Task HandleAsync(Guid id) => Task.CompletedTask;
        }

        [Delete("/users/{id}"), RequireScope("users/write")]
        public sealed class RemoveUser : ForAdmins, IAsyncDisposable, IDisposable
        {
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }
        """);

    [Fact]
    public void What_is_around_a_group_of_endpoints() => Matches("Groups", """
        [assembly: Filter<Shop.Timing>]

        namespace Shop;

        public interface IAuditLog;

        public abstract class PassOn : IEndpointFilter
        {
            public ValueTask<Response> InvokeAsync(FilterContext context, Func<ValueTask<Response>> next) => next();
        }

        public sealed class Timing(TimeProvider clock) : PassOn { public object Clock => clock; }

        public sealed class Audit([FromKeyedServices("eu")] IAuditLog log, TimeProvider? clock = null) : PassOn { public object?[] All => [log, clock]; }

        [RoutePrefix("/shops/{shop}"), RequireGroup("staff"), Filter<Audit>] public abstract class ForStaff;

        [RoutePrefix("/admin"), RequireScope("admin")] public abstract class ForAdmins : ForStaff;

        [Get("/"), Get("/about")] public sealed class Own { public Task HandleAsync() => Task.CompletedTask; }

        [Get("/"), Get("/items"), Filter<Filters>, Filter<Last>]
        public sealed class List : ForAdmins
        {
            internal sealed class Filters : PassOn;

            public Task HandleAsync(int shop) => Task.CompletedTask;
        }

        public sealed class Last : PassOn;
        """);

    [Fact]
    public void What_decides_who_may_call() => Matches("Policies", """
        namespace Shop;

        public interface IMembers;

        public abstract class Yes : IAuthorizationPolicy
        {
            public ValueTask<AuthorizationDecision> AuthorizeAsync(AuthorizationContext context, CancellationToken cancellation) => new(AuthorizationDecision.Allow);
        }

        public sealed class IsMember(IMembers members) : Yes { public object Members => members; }

        public sealed class IsDay(TimeProvider clock) : Yes { public object Clock => clock; }

        [RequireGroup("staff"), Authorize<IsMember>] public abstract class ForMembers;

        [Get("/shops/{shop}"), Authorize(typeof(Rule)), Authorize<IsDay>]
        public sealed class Visit : ForMembers
        {
            internal sealed class Rule : Yes;

            public Task HandleAsync(int shop) => Task.CompletedTask;
        }
        """);

    [Fact]
    public void Authorizers_beside_endpoints() => Matches("Authorizers", """
        namespace Shop;

        public interface IKeys;

        [Authorizer]
        public sealed class CheckToken
        {
            public ValueTask<AuthorizerResult> HandleAsync(AuthorizerRequest request) => new(AuthorizerResult.Unauthorized);
        }

        [Authorizer("x-api-key", UsesPolicies = true)]
        public sealed class CheckKey(IKeys keys, TimeProvider clock) : IDisposable
        {
            public object[] All => [keys, clock];
            public void Dispose() { }
            public Task<AuthorizerResult> HandleAsync(CancellationToken cancellation, AuthorizerRequest request, Framework.Runtime.Invocation invocation) => null!;
        }

        [Get("/about")] public sealed class About { public Task HandleAsync() => Task.CompletedTask; }
        """);

    [Fact]
    public void A_name_in_json_holds_where_only_nulls_are_left_out() => Matches("Sparse", """
        [Post("/sparse")]
        public sealed class Sparse
        {
            public sealed record Body([property: JsonPropertyName("the_note"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note);

            public sealed class Rules : AbstractValidator<Body>;

            public Task HandleAsync(Body body) => Task.CompletedTask;
        }

        [JsonSerializable(typeof(Sparse.Body))]
        internal sealed partial class ShopJson;
        """);

    [Fact]
    public void Results_without_json_and_one_of_several() => Matches("Results", """
        namespace Shop;

        public sealed record Item(int Id, [property: ETag] long Version);

        public sealed record Receipt(int Number);

        public sealed record Teapot() : HttpResult(418);

        [Get("/download")] public sealed class Save { public Task<FileResult?> HandleAsync() => null!; }
        [Post("/teapot")] public sealed class Brew { public ValueTask<Teapot> HandleAsync() => default; }

        [Put("/several")]
        public sealed class Several
        {
            public Task<Results<Created<Item>, Ok<Item>, Accepted<Receipt>, SeeOther>> HandleAsync() => null!;
        }

        [JsonSerializable(typeof(Item))]
        [JsonSerializable(typeof(Receipt))]
        internal sealed partial class ShopJson;
        """);

    [Fact]
    public void A_version_is_a_tag_and_comes_back_from_the_client() => Matches("Versions", """
        namespace Shop;

        public sealed class VersionAttribute : ETagAttribute;

        public record Stored([Version] int? Number);

        public sealed record Item(string Name) : Stored(1);

        public readonly record struct Point([property: ETag] long @long);

        [Get("/item")] public sealed class Read { public Task<Item?> HandleAsync() => null!; }
        [Get("/point")] public sealed class Locate { public Task<Point> HandleAsync() => null!; }
        [Get("/list")] public sealed class List { public Task<IReadOnlyList<Item>> HandleAsync() => null!; }
        [Post("/item")] public sealed class Add { public Task<Created<Item>> HandleAsync() => null!; }
        [Put("/item")] public sealed class Replace { public Task<Item> HandleAsync(IfMatch version) => null!; }
        [Delete("/item")] public sealed class Remove { public Task HandleAsync(IfMatch? version, [FromCookie] string theme, [FromCookie("__Host-id")] int? id = null) => null!; }

        [JsonSerializable(typeof(Item))]
        [JsonSerializable(typeof(IReadOnlyList<Item>))]
        [JsonSerializable(typeof(Point))]
        internal sealed partial class ShopJson;
        """);

    [Fact]
    public void Forms_records_of_a_query_and_bodies_of_bytes() => Matches("Forms", """
        namespace Shop;

        public sealed record Filter([Range(1, 9)] int Page, string? Text, DayOfWeek[] Days, [FromQuery("sort-by")] string Sort = "name");

        public sealed record Picture(string Title, FormFile File, FormFile? Thumb, IReadOnlyList<FormFile> More, int Context = 1);

        public sealed class FilterRules : AbstractValidator<Filter>;

        public sealed class PictureRules : AbstractValidator<Picture>;

        [Get("/find")] public sealed class Find { public Task HandleAsync([FromQuery] Filter filter, [Range(2, 3)] int page, [FromQuery("page-size")] int? size) => null!; }
        [Post("/pictures"), BodyLimits(MaxParts = 3, MaxBytes = 1000)] public sealed class AddPicture { public Task HandleAsync([FromForm] Picture? picture) => null!; }
        [Post("/bytes")] public sealed class Store { public Task HandleAsync([Accepts("image/png", "image/*")] ReadOnlyMemory<byte> image) => null!; }
        [Put("/bytes")] public sealed class Keep { public Task HandleAsync(ReadOnlyMemory<byte>? image) => null!; }
        [Post("/stream")] public sealed class Pour { public Task HandleAsync(System.IO.Stream stream) => null!; }
        [Post("/json"), BodyLimits(MaxDepth = 4)] public sealed class Nest { public Task HandleAsync(Plain plain) => null!; }

        public sealed record Plain(int X);

        [JsonSerializable(typeof(Plain))]
        internal sealed partial class ShopJson;
        """);

    [Fact]
    public void Several_routes_and_what_caches_may_keep() => Matches("Routes", """
        [Put("/items/{id}"), Patch("/items/{id}"), Patch("/shelves/any/{id}")]
        public sealed partial class Change
        {
            public Task HandleAsync(int id) => Task.CompletedTask;
        }

        [Put("/goods/{id}")]
        public sealed partial class Change;

        [Get("/open"), AllowAnonymous, CacheControl("public, max-age=31536000, Immutable,stale-while-revalidate=60")]
        public sealed class Open { public Task HandleAsync() => Task.CompletedTask; }

        [CacheControl("private, no-cache")] public abstract class Kept;

        [Get("/kept")] public sealed class Mine : Kept { public Task HandleAsync() => Task.CompletedTask; }

        [Get("/secret"), CacheControl("no-store")] public sealed class Secret { public Task HandleAsync() => Task.CompletedTask; }
        """);

    // The table comes last, and says nothing new of a service with one endpoint.
    [Fact]
    public void Connections_and_messages_of_a_WebSocket_API() => Matches("WebSocket", """
        namespace Shop;

        public interface IRooms;

        [Connect]
        public sealed class Join(IRooms rooms)
        {
            public object Rooms => rooms;

            public Task<Connected> HandleAsync(
                string room, [FromHeader("sec-websocket-protocol")] string[] protocols, Request request, Caller caller, Connection connection) => null!;
        }

        [Disconnect, AllowAnonymous]
        public sealed class Leave
        {
            public Task HandleAsync(Connection connection, Framework.Runtime.Invocation invocation) => Task.CompletedTask;
        }

        [Message("say"), Message("shout")]
        [RequireGroup("members")]
        public sealed class Say(IRooms rooms)
        {
            public sealed record Body(string Text);

            public sealed class BodyRules : AbstractValidator<Body>;

            public object Rooms => rooms;

            public Task<Body> HandleAsync(Body body, Connection connection, CancellationToken cancellation) => null!;
        }

        [DefaultMessage]
        public sealed class Other
        {
            public Task HandleAsync(ReadOnlyMemory<byte>? message) => Task.CompletedTask;
        }

        [JsonSerializable(typeof(Say.Body))]
        internal sealed partial class ShopJson;
        """);

    private static void Matches(string name, string source)
    {
        var run = new GeneratorRun(new EndpointGenerator(), EndpointSource.Usings + source);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerErrors);
        var sources = run.Sources.ToList();
        Snapshot.Matches(name, string.Join('\n', sources.Count > 2 ? sources : sources.Take(1)));
    }
}
