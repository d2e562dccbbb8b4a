using System.Text.Json;
using Framework.Http;

namespace Framework.HttpEvents;

/// <summary>An Application Load Balancer, whose target group has multi-value headers on or off.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html">Elastic Load
/// Balancing's documentation</see>.</remarks>
internal sealed class LoadBalancerCodec : EventCodec
{
    private const string Cookie = "set-cookie";

    private readonly bool _isMultiValue;

    private LoadBalancerCodec(bool isMultiValue) => _isMultiValue = isMultiValue;

    public static LoadBalancerCodec SingleValue { get; } = new(isMultiValue: false);

    public static LoadBalancerCodec MultiValue { get; } = new(isMultiValue: true);

    /// <summary>One megabyte, less than Lambda's own limit.</summary>
    public override int MaxResponseBytes => 1024 * 1024;

    protected override HttpEvent Read(ReadOnlyMemory<byte> payload) =>
        new ProxyEventReader(payload, FrontDoor.LoadBalancer).Read();

    protected override void WriteHead(Utf8JsonWriter json, Response response, string? type)
    {
        json.WriteString("statusDescription"u8, StatusText.Of(response.StatusCode));
        json.WriteStartObject(_isMultiValue ? "multiValueHeaders"u8 : "headers"u8);
        if (_isMultiValue)
            WriteMultiValue(json, response, type);
        else
            WriteSingleValue(json, response, type);
        json.WriteEndObject();
    }

    private static void WriteMultiValue(Utf8JsonWriter json, Response response, string? type)
    {
        foreach (var header in response.Headers)
            WriteOne(json, header.Name, header.Value);
        if (type is not null)
            WriteOne(json, "content-type", type);
        if (response.HasCookies)
            WriteCookies(json, "set-cookie"u8, response);
    }

    private static void WriteOne(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(value);
        json.WriteEndArray();
    }

    // A JSON object has each name once, and the load balancer sends each entry as a header of its own: so each cookie gets the
    // same name in other capitals.
    private static void WriteSingleValue(Utf8JsonWriter json, Response response, string? type)
    {
        WriteHeaders(json, response, type);
        if (!response.HasCookies)
            return;
        for (var index = 0; index < response.Cookies.Count; index++)
            json.WriteString(CookieName(index), response.Cookies[index]);
    }

    // Nine letters, so 512 names. A client takes far fewer cookies from one host.
    private static string CookieName(int index) => string.Create(Cookie.Length, index, static (name, bits) =>
    {
        for (var place = 0; place < name.Length; place++)
        {
            var letter = Cookie[place];
            if (char.IsAsciiLetter(letter))
            {
                name[place] = (bits & 1) == 1 ? char.ToUpperInvariant(letter) : letter;
                bits >>= 1;
            }
            else
            {
                name[place] = letter;
            }
        }
    });
}
