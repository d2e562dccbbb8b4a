using System.Buffers;
using System.Text.Json;
using Framework.Identity;

namespace Framework.HttpEvents;

/// <summary>Who signed the request with AWS's own signature: an IAM identity, or a user of a Cognito identity pool.</summary>
internal sealed class IamIdentity
{
    // The user pool is before it, the user's sub after it.
    public const string SignIn = ":CognitoSignIn:";

    public string? UserArn { get; set; }

    public string? UserId { get; set; }

    public string? AccountId { get; set; }

    public string? CallerId { get; set; }

    public string? AccessKey { get; set; }

    public string? PrincipalOrgId { get; set; }

    /// <summary>The id that the identity pool gives, to guests too.</summary>
    public string? IdentityId { get; set; }

    public string? IdentityPoolId { get; set; }

    /// <summary>Whether the identity pool knows the user, and not only a guest.</summary>
    public bool IsSignedIn { get; set; }

    /// <summary>Who signed the user in, as the identity pool writes it.</summary>
    public string? Provider { get; set; }

    public Caller ToCaller()
    {
        if (string.IsNullOrEmpty(IdentityId))
            return Caller.Create(AuthenticationType.Iam, UserArn, Claims());
        return IsSignedIn ? Caller.Create(AuthenticationType.IdentityPool, Subject ?? IdentityId, Claims()) : Caller.Anonymous;
    }

    // Another provider may say anything, the marker too.
    private string? Subject
    {
        get
        {
            var provider = Provider?[(Provider.LastIndexOf(',') + 1)..];
            return provider?.StartsWith("cognito-idp.", StringComparison.Ordinal) == true && provider.Split(SignIn) is [_, var subject]
                ? subject
                : null;
        }
    }

    private ReadOnlySpan<byte> Claims()
    {
        var output = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        Write(json, "userArn"u8, UserArn);
        Write(json, "userId"u8, UserId);
        Write(json, "accountId"u8, AccountId);
        Write(json, "callerId"u8, CallerId);
        Write(json, "accessKey"u8, AccessKey);
        Write(json, "principalOrgId"u8, PrincipalOrgId);
        Write(json, "identityId"u8, IdentityId);
        Write(json, "identityPoolId"u8, IdentityPoolId);
        json.WriteEndObject();
        json.Flush();
        return output.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
