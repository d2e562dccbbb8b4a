using System.Buffers;
using Framework.Description;
using Framework.Http;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Gateway;

/// <summary>What one front door makes of a request, and of a function's response.</summary>
internal abstract class GatewayShape
{
    /// <summary>The largest event that Lambda takes in a synchronous call, and the largest response, in bytes.</summary>
    /// <remarks><see href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Quotas of Lambda</see>.</remarks>
    public const int MaxEventBytes = 6_291_556;

    /// <summary>How large a request line with the values of all headers may be, in bytes.</summary>
    public const int MaxHead = 10_240;

    /// <summary>The largest body that it takes, in bytes.</summary>
    /// <remarks><see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html">Quotas of API Gateway</see>.
    /// </remarks>
    public virtual long MaxBodyBytes => 10 * 1024 * 1024;

    /// <summary>How long it waits for a function.</summary>
    public virtual TimeSpan Timeout => TimeSpan.FromSeconds(30);

    /// <summary>Whether it decodes the path.</summary>
    public virtual bool DecodesPath => false;

    /// <summary>Whether it checks tokens before it calls the function, and sets CORS headers on its own responses, as an API does
    /// that Framework deploys.</summary>
    public virtual bool IsApi => true;

    /// <summary>Whether it can stream a response.</summary>
    public virtual bool CanStream => false;

    /// <summary>Whether it can have CORS configured, and then answers preflights and sets the headers on every response.</summary>
    public virtual bool HasCors => false;

    /// <summary>Whether it takes the function's own CORS headers off where it has CORS configured; else both are sent.</summary>
    public virtual bool DropsCorsHeaders => IsApi;

    /// <summary>The headers without which it refuses a request and does not ask the authorizer: its identity sources.</summary>
    public virtual IReadOnlyList<string> Sources(AuthorizerDescription authorizer) => authorizer.Headers;

    /// <summary>The header with its own id of a request; null where it has none.</summary>
    public abstract string? IdHeader { get; }

    /// <summary>The body or the event is too large.</summary>
    public abstract GatewayResponse TooLarge();

    /// <summary>The function failed, or its response is not valid.</summary>
    public virtual GatewayResponse Failed() => GatewayResponse.InternalServerError();

    /// <summary>The function took longer than the front door waits.</summary>
    public virtual GatewayResponse TimedOut() => GatewayResponse.Message(503, "Service Unavailable");

    /// <summary>The route has more requests than its throttle lets through.</summary>
    public virtual GatewayResponse TooMany() => GatewayResponse.Message(429, "Too Many Requests");

    /// <summary>Checks the size of the request line and the headers.</summary>
    /// <returns>The response to a request that is too large; null for any other.</returns>
    /// <remarks>Which response an API gives there is not documented.</remarks>
    public virtual GatewayResponse? CheckHead(HttpRequest request) => RequestHead.Line(request) > MaxHead
        ? GatewayResponse.Message(414, "URI Too Long")
        : RequestHead.Line(request) + RequestHead.Values(request) > MaxHead ? HeadTooLarge() : null;

    /// <summary>The caller did not prove who calls.</summary>
    public virtual GatewayResponse Unauthorized() => GatewayResponse.Message(401, "Unauthorized");

    /// <summary>The Lambda authorizer does not let the caller pass.</summary>
    /// <param name="isExplicit">Whether its policy denies the call, and not only fails to allow it.</param>
    public virtual GatewayResponse Denied(bool isExplicit) => GatewayResponse.Message(403, "Forbidden");

    /// <summary>The Lambda authorizer failed, or its result is not valid.</summary>
    public virtual GatewayResponse AuthorizerFailed() => GatewayResponse.InternalServerError();

    /// <summary>The shape of a front door.</summary>
    public static GatewayShape Of(LocalFrontDoor frontDoor) => frontDoor switch
    {
        LocalFrontDoor.HttpApi => new HttpApiShape(),
        LocalFrontDoor.HttpApiV1 => new PayloadV1Shape(isRestApi: false),
        LocalFrontDoor.Rest => new PayloadV1Shape(isRestApi: true),
        LocalFrontDoor.FunctionUrl => new FunctionUrlShape(),
        LocalFrontDoor.Alb => new LoadBalancerShape(isMultiValue: false),
        _ => new LoadBalancerShape(isMultiValue: true),
    };

    /// <summary>The stage that it serves.</summary>
    public virtual string Stage => "$default";

    /// <summary>The ARN of what is called.</summary>
    public virtual string Arn(GatewayRequest request) =>
        $"arn:aws:execute-api:us-east-1:{EventParts.AccountId}:{EventParts.ApiId}/{Stage}/{request.Http.Request.Method}/{request.Target.RawPath.TrimStart('/')}";

    /// <summary>Writes the question to a Lambda authorizer, whether a caller may make a request.</summary>
    /// <param name="destination">Takes the event.</param>
    /// <param name="request">The request.</param>
    /// <param name="sources">The values of the identity sources.</param>
    public virtual void WriteQuestion(IBufferWriter<byte> destination, GatewayRequest request, IReadOnlyList<string> sources) =>
        throw new NotSupportedException("The front door has no authorizer.");

    /// <summary>Writes the event.</summary>
    public abstract void Write(IBufferWriter<byte> destination, GatewayRequest request);

    /// <summary>The path in which the route is found, encoded.</summary>
    public string RoutePath(RequestTarget target) =>
        DecodesPath ? PathText.Encode(target.OnceDecoded) : PathText.Normalize(target.RawPath);

    /// <summary>Reads a function's whole response: Lambda takes no larger one.</summary>
    public GatewayResponse ReadWhole(ReadOnlyMemory<byte> response) => response.Length <= MaxEventBytes ? Read(response) : Failed();

    /// <summary>Reads a function's response.</summary>
    public abstract GatewayResponse Read(ReadOnlyMemory<byte> response);

    protected static GatewayResponse HeadTooLarge() => GatewayResponse.Message(431, "Request Header Fields Too Large");
}
