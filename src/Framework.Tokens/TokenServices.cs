using Framework.Identity;
using Framework.Resources;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Framework.Tokens;

/// <summary>Adds the validation of tokens to a service.</summary>
public static class TokenServices
{
    private static readonly TimeSpan KeyTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Validates the access tokens (JWT) of requests whose front door has no authorizer: those of a Lambda function URL or
    /// of a load balancer. The caller of a valid one is the same <see cref="Caller"/> that an authorizer gives.</summary>
    /// <remarks>A token is signed with RS256 or ES256 by a key that its issuer publishes and its <c>kid</c> names, is from that issuer,
    /// for one of the audiences, and in its time. Keys are kept, and read again twice a day and for an unknown <c>kid</c>, but then not
    /// more often than every five minutes. In the local cloud the issuer and the audience are its own.</remarks>
    /// <param name="services">The service's services.</param>
    /// <param name="configure">Says which tokens are accepted.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddTokenValidation(this IServiceCollection services, Action<TokenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton<IAuthenticator>(provider =>
        {
            var environment = provider.GetRequiredService<LambdaEnvironment>();
            var options = new TokenOptions();
            configure?.Invoke(options);
            options.Issuer ??= environment["FRAMEWORK_TOKEN_ISSUER"];
            if (options.Audiences.Count == 0)
            {
                foreach (var audience in (environment["FRAMEWORK_TOKEN_AUDIENCE"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    options.Audiences.Add(audience);
            }
            if (provider.GetService<LocalResources>() is { TokenIssuer: { } issuer, TokenAudience: { } local })
            {
                options.Issuer = issuer.OriginalString;
                options.Audiences.Clear();
                options.Audiences.Add(local);
            }
            return new TokenAuthenticator(
                options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<TokenAuthenticator>>());
        });
    }

    /// <summary>Takes the caller from an Application Load Balancer whose listener signs users in (<c>authenticate-oidc</c> or
    /// <c>authenticate-cognito</c>): from the header <c>x-amzn-oidc-data</c>, where that load balancer signed it.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html">
    /// Elastic Load Balancing's documentation</see>. The keys are those of the load balancer's region, of the partition <c>aws</c>.
    /// </remarks>
    /// <param name="services">The service's services.</param>
    /// <param name="loadBalancerArn">The load balancer's ARN: the signature of any other one counts for nothing.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentException">It is not the ARN of an Application Load Balancer.</exception>
    public static IServiceCollection AddLoadBalancerSignIn(this IServiceCollection services, string loadBalancerArn)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(loadBalancerArn);
        if (loadBalancerArn.Split(':') is not ["arn", "aws", "elasticloadbalancing", { Length: > 0 } region, _, _] || !IsRegion(region))
            throw new ArgumentException(
                $"'{loadBalancerArn}' is not the ARN of a load balancer: write arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/app/NAME/ID.",
                nameof(loadBalancerArn));
        return services.AddSingleton<IAuthenticator>(provider =>
        {
            var clock = provider.GetRequiredService<TimeProvider>();
            var keys = new LoadBalancerKeys(
                new HttpClient { Timeout = KeyTimeout }, new Uri($"https://public-keys.auth.elb.{region}.amazonaws.com/"), clock);
            return new LoadBalancerSignIn(
                loadBalancerArn, keys, clock, provider.GetRequiredService<ILogger<LoadBalancerSignIn>>());
        });
    }

    private static bool IsRegion(string text) => text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
