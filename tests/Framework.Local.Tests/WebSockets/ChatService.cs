using System.Text.Json.Nodes;
using System.Threading.Channels;
using Framework.Description;
using Framework.Generated;
using Framework.Hosting;
using Framework.Http;
using Framework.Runtime;
using Framework.WebSockets;

namespace Framework.Local.Tests.WebSockets;

/// <summary>A service with a WebSocket API that keeps the events that it gets.</summary>
internal sealed class ChatService
{
    private readonly Channel<JsonNode> _events = Channel.CreateUnbounded<JsonNode>();
    private readonly List<Endpoint> _endpoints = [];
    private readonly List<Authorizer> _authorizers = [];

    /// <summary>The service with the classes for <c>$connect</c> and <c>$disconnect</c>, and for the messages <c>say</c> and all
    /// others. It responds with the message.</summary>
    public static ChatService Echo(bool isOpen = true)
    {
        var chat = new ChatService();
        chat.Add("$connect", isOpen, _ => Response.Text(200, ""));
        chat.Add("say", isOpen, context => Response.Text(200, $"said by {Who(context)}"));
        chat.Add("$default", isOpen, context => Response.Text(200, $"default: {context.Request.Body.Length}"));
        chat.Add("$disconnect", isOpen, _ => Response.Text(200, ""));
        return chat;
    }

    /// <summary>The next event.</summary>
    public async Task<JsonNode> NextAsync() => await _events.Reader.ReadAsync().AsTask().InTimeAsync();

    /// <summary>The next event of a type; those before it are left out.</summary>
    public async Task<JsonNode> NextAsync(string type)
    {
        while (true)
        {
            var next = await NextAsync();
            if ((string?)next["requestContext"]!["eventType"] == type)
                return next;
        }
    }

    /// <summary>How many events nobody has read.</summary>
    public int Unread => _events.Reader.Count;

    public void Add(string key, bool isOpen, Func<CallContext, Response> handle, bool responds = true) =>
        Add(key, isOpen, context => new ValueTask<Response>(handle(context)), responds);

    public void Add(string key, bool isOpen, Func<CallContext, ValueTask<Response>> handle, bool responds = true, bool sends = false, Type? type = null)
    {
        var description = new EndpointDescription($"On{key.TrimStart('$')}", [key])
        {
            Access = isOpen ? AccessPolicy.Anonymous : AccessPolicy.Authenticated,
            ResponseType = responds ? typeof(string) : null,
            Type = type,
            Dependencies = sends ? [new(typeof(IConnections))] : [],
        };
        _endpoints.RemoveAll(endpoint => endpoint.Name == description.Name);
        _endpoints.Add(new HandEndpoint(description, context =>
        {
            _events.Writer.TryWrite(JsonNode.Parse(context.Invocation.Payload.Span)!);
            return handle(context);
        }));
    }

    public void Add(HandEndpoint endpoint) => _endpoints.Add(endpoint);

    public void Add(Authorizer authorizer) => _authorizers.Add(authorizer);

    public Microservice Build()
    {
        var builder = new MicroserviceBuilder("Chat.Service", [], _endpoints, LocalCloud.RunAsync)
        {
            Environment = new LambdaEnvironment(_ => null),
            Authorizers = _authorizers,
        };
        builder.Json.Use(ChatJson.Default);
        builder.Services.AddWebSocketConnections();
        return builder.Build();
    }

    public static string Who(CallContext context) => $"{context.Caller.AuthenticationType} {context.Caller.Id} {string.Join(',', context.Caller.Groups)}".Trim();
}
