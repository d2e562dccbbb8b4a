namespace Framework.Generators.Endpoints.Reading;

/// <summary>The names of the types that an endpoint's form knows.</summary>
internal static class WellKnown
{
    public const string Attributes = "Framework.Routing.";
    public static readonly string[] Methods = ["Get", "Post", "Put", "Patch", "Delete"];
    private const string WebSockets = "Framework.WebSockets.";
    public const string Connect = WebSockets + "ConnectAttribute";
    public const string Disconnect = WebSockets + "DisconnectAttribute";
    public const string Message = WebSockets + "MessageAttribute";
    public const string DefaultMessage = WebSockets + "DefaultMessageAttribute";
    public const string RoutePrefix = Attributes + "RoutePrefixAttribute";
    public const string Filter = "Framework.Filters.FilterAttribute<TFilter>";
    public const string FilterContract = "Framework.Filters.IEndpointFilter";
    public const string Authorize = "Framework.Identity.AuthorizeAttribute";
    public const string PolicyContract = "Framework.Identity.IAuthorizationPolicy";
    public const string Authorizer = "Framework.Authorizers.AuthorizerAttribute";
    public const string AuthorizerResult = "Framework.Authorizers.AuthorizerResult";
    public const string AuthorizerRequest = "global::Framework.Authorizers.AuthorizerRequest";
    public const string Cors = "Framework.Cors.CorsAttribute";
    public const string Caller = "global::Framework.Identity.Caller";
    public const string Request = "global::Framework.Http.Request";
    public const string Response = "global::Framework.Http.Response";
    public const string Invocation = "global::Framework.Runtime.Invocation";
    public const string Connection = "global::" + WebSockets + "Connection";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Bytes = "global::System.ReadOnlyMemory<byte>";
    public const string Stream = "global::System.IO.Stream";
    public const string FromHeader = "Framework.Binding.FromHeaderAttribute";
    public const string EnumMemberName = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";
    public const string ValidationAttribute = "System.ComponentModel.DataAnnotations.ValidationAttribute";
    public const string FromQuery = "Framework.Binding.FromQueryAttribute";
    public const string FromForm = "Framework.Binding.FromFormAttribute";
    public const string Accepts = "Framework.Binding.AcceptsAttribute";
    public const string CacheControl = "Framework.Http.CacheControlAttribute";
    public const string BodyLimits = "Framework.Binding.BodyLimitsAttribute";
    public const string FromCookie = "Framework.Binding.FromCookieAttribute";
    public const string HttpResult = "Framework.Http.HttpResult";
    public const string JsonResult = "Framework.Http.JsonResult<T>";
    public const string IfMatch = "global::Framework.Http.IfMatch";
    public const string ETag = "Framework.Http.ETagAttribute";

    /// <summary>The attributes that make a class an endpoint.</summary>
    public static readonly string[] Routes =
        [.. Methods.Select(method => $"{Attributes}{method}Attribute"), Connect, Disconnect, Message, DefaultMessage];
}
