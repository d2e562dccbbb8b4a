using System.Globalization;
using Framework.Deployment.Model;
using Framework.Description;
using Framework.Functions;
using Framework.Hosting;
using Framework.Identity;

namespace Framework.Deployment.Reading;

/// <summary>Refuses what the chosen API cannot do, before anything is written.</summary>
internal static class ApiCheck
{
    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
    private static readonly int[] Retentions =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    // https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html
    private static readonly double[] CacheSizes = [0, 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237];

    // Cognito's own scopes; all others are of a resource server.
    private static readonly string[] OpenScopes = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"];

    /// <summary>Checks a service.</summary>
    /// <exception cref="DeploymentException">The API cannot do something that the code or its settings ask for.</exception>
    public static void Check(Microservice service, DeploymentModel model)
    {
        CheckRanges(model.Settings);
        CheckRest(model);
        CheckCallers(model);
        CheckWebSocket(model);
        if (model.Settings.Api is ApiType.FunctionUrl or ApiType.LoadBalancer)
            CheckOwnCallers(service, model);
        foreach (var endpoint in service.Endpoints.Where(endpoint => endpoint.RouteKeys.Count == 0))
        {
            CheckStream(service, model.Settings.Api, endpoint);
            CheckBody(model.Settings.Api, endpoint);
        }
    }

    /// <summary>What an author calls an API.</summary>
    public static string Name(ApiType api) => api switch
    {
        ApiType.RestApi => "a REST API",
        ApiType.FunctionUrl => "a function URL",
        ApiType.LoadBalancer => "a load balancer",
        _ => "an HTTP API",
    };

    /// <summary>Whether Cognito issues a scope without a resource server.</summary>
    public static bool IsCognitos(string scope) => OpenScopes.Contains(scope);

    private static void CheckRanges(DeploymentAttribute settings)
    {
        if (!Retentions.Contains(settings.LogRetentionDays))
            throw new DeploymentException($"LogRetentionDays is {settings.LogRetentionDays}: CloudWatch takes {string.Join(", ", Retentions)}.");
        if (settings.ThrottleRate < 1 || settings.ThrottleBurst < 1)
            throw new DeploymentException($"ThrottleRate is {settings.ThrottleRate} and ThrottleBurst is {settings.ThrottleBurst}: set both to 1 or more.");
        if (!CacheSizes.Contains(settings.CacheGB))
            throw new DeploymentException(
                $"CacheGB is {Text(settings.CacheGB)}: API Gateway takes {string.Join(", ", CacheSizes.Skip(1).Select(Text))}, and 0 is no cache.");
        if (settings.ApiStage.Length is 0 or > 128 || !settings.ApiStage.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            throw new DeploymentException($"ApiStage is '{settings.ApiStage}': API Gateway takes letters, digits, '-' and '_', 128 at most.");
    }

    private static void CheckRest(DeploymentModel model)
    {
        if (model.Settings.Api != ApiType.RestApi)
        {
            if (model.Settings.CacheGB > 0)
                throw new DeploymentException($"CacheGB is set, and {Name(model.Settings.Api)} has no cache: set Api = ApiType.RestApi, or leave CacheGB out.");
            if (model.UsagePlans.Count > 0)
                throw new DeploymentException(
                    $"The service has [assembly: UsagePlan(\"{model.UsagePlans[0].Name}\")], and {Name(model.Settings.Api)} has no API keys: set Api = ApiType.RestApi, or leave the plan out.");
            return;
        }
        if (model.Settings.Issuer is { } issuer)
            throw new DeploymentException(
                $"The tokens are those of {issuer}, and a REST API checks none but Cognito's: set Api = ApiType.HttpApi, or check them in a class with [Authorizer].");
        if (model.Functions is [{ Streams: true }] && model.Settings.Functions == FunctionLayout.OneForAll && model.Routes.FirstOrDefault(route => route.Cache is not null) is { } cached)
            throw new DeploymentException(
                $"{cached.Endpoint} has [ApiCache], and the one function of all streams every response, which a cache cannot keep: leave Functions out, so that each endpoint has a function.");
        foreach (var plan in model.UsagePlans)
            CheckPlan(plan);
        if (model.UsagePlans.GroupBy(plan => LogicalId.Of(plan.Name)).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new DeploymentException($"Two usage plans are named {twice.Key}: give each a name of its own.");
    }

    private static void CheckPlan(UsagePlanAttribute plan)
    {
        if (LogicalId.Of(plan.Name).Length == 0)
            throw new DeploymentException($"A usage plan is named '{plan.Name}': use letters and digits.");
        if (plan.Rate < 0 || plan.Burst < 0 || plan.Quota < 0 || plan.Rate > 0 != plan.Burst > 0)
            throw new DeploymentException(
                $"The usage plan {plan.Name} has Rate = {plan.Rate}, Burst = {plan.Burst} and Quota = {plan.Quota}: set Rate and Burst together to 1 or more, and Quota to 1 or more, or leave them out.");
    }

    private static void CheckCallers(DeploymentModel model)
    {
        var settings = model.Settings;
        var ways = new[] { settings.UsesIam ? "UsesIam" : null, model.Authorizer?.Name, settings.Issuer is null ? null : "Issuer" }.OfType<string>().ToList();
        if (ways.Count > 1)
            throw new DeploymentException($"Callers are known by {string.Join(" and by ", ways)}, and {Name(settings.Api)} takes one way: keep one.");
        if (settings.Issuer is not null && (settings.Audiences.Length == 0 || !Uri.TryCreate(settings.Issuer, UriKind.Absolute, out var issuer) || issuer.Scheme != Uri.UriSchemeHttps))
            throw new DeploymentException($"Issuer is '{settings.Issuer}' with {settings.Audiences.Length} Audiences: write an address with https://, and one audience or more.");
        if (model.Authorizer is { CacheSeconds: < 0 or > 3600 } authorizer)
            throw new DeploymentException($"{authorizer.Name} has CacheSeconds = {authorizer.CacheSeconds}: API Gateway keeps a result for 0 to 3,600 seconds.");
        if (model.Access == AccessType.UserPool && model.Routes.FirstOrDefault(route => route.Scopes.Any(scope => !IsCognitos(scope) && scope.LastIndexOf('/') < 1)) is { } odd)
            throw new DeploymentException(
                $"{odd.Endpoint} requires the scope {odd.Scopes.First(scope => !IsCognitos(scope) && scope.LastIndexOf('/') < 1)}, and Cognito names a service's scopes SERVER/SCOPE: name it like todos/write.");
        // https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
        if (settings.Api == ApiType.HttpApi && model.Routes.FirstOrDefault(route => route.Scopes.Count > 10) is { } many)
            throw new DeploymentException($"{many.Endpoint} names {many.Scopes.Count} scopes, and a route of an HTTP API takes 10: name fewer.");
    }

    private static void CheckWebSocket(DeploymentModel model)
    {
        var connect = model.WebSocketRoutes.FirstOrDefault(route => route.Key == "$connect");
        if (connect is null && model.WebSocketRoutes.FirstOrDefault(route => !route.IsOpen) is { } closed)
            throw new DeploymentException(
                $"{closed.Endpoint} needs a caller, and a WebSocket API asks who it is at $connect alone: add a class with [Connect], or put [AllowAnonymous] on {closed.Endpoint}.");
        if (connect is { IsOpen: false } && model.Authorizer is null && !model.Settings.UsesIam)
            throw new DeploymentException(
                $"{connect.Endpoint} needs a caller, and a WebSocket API checks no tokens by itself: add a class with [Authorizer], set UsesIam of [assembly: Deployment(...)], or put [AllowAnonymous] on {connect.Endpoint}.");
    }

    // No authorizer is in front of the function.
    private static void CheckOwnCallers(Microservice service, DeploymentModel model)
    {
        var api = Name(model.Settings.Api);
        if (model.Settings.Functions != FunctionLayout.OneForAll)
            throw new DeploymentException($"{char.ToUpperInvariant(api[0])}{api[1..]} has one function behind it: set Functions = FunctionLayout.OneForAll too.");
        if (model.Authorizer is { } authorizer && model.Routes.Any(route => !route.IsOpen))
            throw new DeploymentException($"{authorizer.Name} is a Lambda authorizer, which {api} does not ask: use an HTTP API or a REST API, or service.Services.AddTokenValidation().");
        if (model.Settings is { Api: ApiType.LoadBalancer, UsesIam: true })
            throw new DeploymentException("UsesIam is set, and a load balancer checks no signatures: use another API, or service.Services.AddTokenValidation().");
        if (model.Routes.FirstOrDefault(route => route.Throttle is not null) is { } throttled)
            throw new DeploymentException($"{throttled.Endpoint} has [Throttle], and {api} has no throttle: use an HTTP API or a REST API, or bound the function with [assembly: Function(ReservedConcurrency = ...)].");
        if (!model.Settings.UsesIam && model.Routes.FirstOrDefault(route => !route.IsOpen) is { } closed && service.Services.All(one => one.ServiceType != typeof(IAuthenticator)))
            throw new DeploymentException($"{closed.Endpoint} needs a caller, and {api} checks no tokens: add service.Services.AddTokenValidation() of Framework.Tokens in Program.cs.");
    }

    private static void CheckStream(Microservice service, ApiType api, EndpointDescription endpoint)
    {
        if (api is ApiType.RestApi or ApiType.FunctionUrl)
            return;
        if (service.StreamsResponses)
            throw new DeploymentException($"service.StreamsResponses is true, and {Name(api)} passes whole responses on: set Api to ApiType.RestApi or ApiType.FunctionUrl, or leave StreamsResponses out.");
        if (endpoint.StreamFormat == StreamFormat.ServerSentEvents || endpoint.OtherResponses.Any(response => response.StreamFormat == StreamFormat.ServerSentEvents))
            throw new DeploymentException($"{endpoint.Name} sends events as they come, and {Name(api)} passes whole responses on: set Api to ApiType.RestApi or ApiType.FunctionUrl.");
    }

    // An event has 6 MB, of which base64 takes a quarter: a REST API passes every body on in it. A load balancer takes 1 MB.
    // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html,
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
    private static void CheckBody(ApiType api, EndpointDescription endpoint)
    {
        var largest = api switch
        {
            ApiType.LoadBalancer => 1024 * 1024,
            ApiType.RestApi => 6 * 1024 * 1024 / 4 * 3,
            _ => 6 * 1024 * 1024,
        };
        if (endpoint.MaxBodyBytes > largest)
            throw new DeploymentException(
                $"{endpoint.Name} has [BodyLimits(MaxBytes = {endpoint.MaxBodyBytes})], and {Name(api)} passes on {largest.ToString("N0", CultureInfo.InvariantCulture)} bytes at most: set it lower, and let clients upload larger files to a bucket.");
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
