using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.CloudFormation;

/// <summary>What a REST API responds to the preflights of browsers, as the code's CORS policies have it. A function knows its own endpoint
/// alone, and a path has several: so the API responds itself, without a function.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html">API Gateway's
/// documentation</see>.</remarks>
internal static class RestPreflights
{
    public static void Add(RestDefinition definition, DeploymentModel model)
    {
        foreach (var path in model.Routes.GroupBy(route => route.Template).Where(path => path.Any(route => route.Cors is not null)))
            definition.Add($"{ApiIds.Path(path.Key)}Preflight", Method(path.Key, [.. path]), Placement.Of(path.Key));
    }

    private static JsonObject Method(string path, List<RouteModel> routes)
    {
        var headers = Headers(routes);
        var response = new JsonObject
        {
            ["StatusCode"] = "204",
            ["ResponseParameters"] = new JsonObject(headers.Select(header => KeyValuePair.Create<string, JsonNode?>($"method.response.header.{header.Key}", $"'{header.Value}'"))),
        };
        if (!headers.ContainsKey("Access-Control-Allow-Origin"))
            response["ResponseTemplates"] = new JsonObject { ["application/json"] = OriginTemplate(routes) };
        return Cfn.Resource("AWS::ApiGateway::Method", new JsonObject
        {
            ["RestApiId"] = Cfn.Ref(ApiIds.Api),
            ["ResourceId"] = RestPaths.Id(path),
            ["HttpMethod"] = "OPTIONS",
            ["AuthorizationType"] = "NONE",
            ["Integration"] = new JsonObject
            {
                ["Type"] = "MOCK",
                // As every body counts as bytes, the template would not see a text otherwise.
                ["ContentHandling"] = "CONVERT_TO_TEXT",
                ["RequestTemplates"] = new JsonObject { ["application/json"] = """{"statusCode":204}""" },
                ["IntegrationResponses"] = new JsonArray(response),
            },
            ["MethodResponses"] = new JsonArray(new JsonObject
            {
                ["StatusCode"] = "204",
                ["ResponseParameters"] = new JsonObject(headers.Keys.Select(header => KeyValuePair.Create<string, JsonNode?>($"method.response.header.{header}", true))),
            }),
        });
    }

    // Where the origin does not depend on the request, it is one of the headers.
    private static SortedDictionary<string, string> Headers(List<RouteModel> routes)
    {
        var methods = routes.Select(route => route.Method).Append("OPTIONS").Concat(routes.Any(route => route.Method == "GET") ? ["HEAD"] : []);
        var policies = routes.Select(route => route.Cors).OfType<CorsModel>().ToList();
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Access-Control-Allow-Headers"] = string.Join(", ", policies.SelectMany(policy => policy.Headers).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)),
            ["Access-Control-Allow-Methods"] = string.Join(", ", methods.Distinct().Order(StringComparer.Ordinal)),
            ["Access-Control-Max-Age"] = policies.Min(policy => policy.MaxAgeSeconds).ToString(CultureInfo.InvariantCulture),
            ["Vary"] = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
        };
        if (IsOfOne(routes))
            headers["Access-Control-Allow-Origin"] = policies[0].Origins[0];
        if (IsOfOne(routes) && policies[0].AllowsCredentials)
            headers["Access-Control-Allow-Credentials"] = "true";
        return headers;
    }

    private static bool IsOfOne(List<RouteModel> routes) =>
        routes.All(route => route.Cors is { Origins.Count: 1 })
        && routes.Select(route => (route.Cors!.Origins[0], route.Cors.AllowsCredentials)).Distinct().Count() == 1;

    // The origin of the page, where the policy of the method that it asks for allows it.
    private static string OriginTemplate(List<RouteModel> routes)
    {
        var template = new StringBuilder(Header("origin", "origin", "Origin"))
            .Append(Header("method", "access-control-request-method", "Access-Control-Request-Method"));
        foreach (var route in routes.Where(route => route.Cors is not null).OrderBy(route => route.Method, StringComparer.Ordinal))
        {
            var origins = route.Cors!.Origins.Contains("*") ? """$origin != "" """.TrimEnd() : string.Join(" || ", route.Cors.Origins.Select(origin => $"$origin == \"{origin}\""));
            var method = route.Method == "GET" ? """($method == "GET" || $method == "HEAD")""" : $"$method == \"{route.Method}\"";
            template.Append(CultureInfo.InvariantCulture, $"#if({method} && ({origins}))\n");
            template.Append("#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)\n");
            if (route.Cors.AllowsCredentials)
                template.Append("#set($context.responseOverride.header.Access-Control-Allow-Credentials = \"true\")\n");
            template.Append("#end\n");
        }
        return template.ToString();
    }

    // Names of headers have a case in a template: HTTP/2 writes them small.
    private static string Header(string variable, string small, string capital) =>
        $"#set(${variable} = $input.params().header.get(\"{small}\"))\n#if(!${variable} || ${variable} == \"\")\n#set(${variable} = $input.params().header.get(\"{capital}\"))\n#end\n";
}
