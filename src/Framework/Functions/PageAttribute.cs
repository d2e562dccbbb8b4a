namespace Framework.Functions;

/// <summary>How the page of a service is deployed: <c>[assembly: Page(Firewall = false)]</c>. A service has a page where its project has
/// a folder <c>wwwroot</c>; all of it has a default.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PageAttribute : Attribute
{
    /// <summary>Whether AWS WAF stands in front of the page and the API, with AWS's managed rules and a limit for each address; true by
    /// default. WAF costs money each month, whether there are requests or not.</summary>
    /// <remarks>See <see href="https://aws.amazon.com/waf/pricing/">the prices of AWS WAF</see>.</remarks>
    public bool Firewall { get; init; } = true;

    /// <summary>How many requests one IP address may send within five minutes: 10 to 2,000,000,000; 2,000 by default.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html">
    /// rate-based rules</see>.</remarks>
    public int RequestsPerAddress { get; init; } = 2000;

    /// <summary>Which other origins the page may call, load from, or send the browser to, such as <c>https://api.example.com</c>. The
    /// page's own origin and the sign-in page are always among them.</summary>
    public string[] Origins { get; init; } = [];
}
