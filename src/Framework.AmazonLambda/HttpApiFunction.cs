using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Framework.Hosting;

namespace Framework.AmazonLambda;

/// <summary>A function of Amazon's packages that serves a service behind an HTTP API with payload format 2.0, or behind a function
/// URL. A class library derives from it, so that Lambda finds <see cref="FunctionHandler"/> by its name.</summary>
/// <param name="service">The service. It starts here.</param>
/// <exception cref="InvalidOperationException">The service cannot start; the message says why.</exception>
public class HttpApiFunction(Microservice service)
{
    private readonly HostedService _service = new(service);

    /// <summary>Responds to one request.</summary>
    /// <param name="request">The event.</param>
    /// <param name="context">What Lambda says about the invocation.</param>
    /// <exception cref="Framework.Runtime.UndecodableEventException">The event lacks what every such event has.</exception>
    public async Task<APIGatewayHttpApiV2ProxyResponse> FunctionHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        return HttpApiResponse.Read(await _service.InvokeAsync(json => HttpApiEvent.Write(json, request), context));
    }
}
