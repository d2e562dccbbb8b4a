using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Storage;

namespace Framework.LocalDynamoDB.Writes;

/// <summary>
/// ClientRequestToken: the same token with the same content within 10 minutes is the same transaction
/// (API reference, TransactWriteItems).
/// </summary>
internal sealed class RequestToken(string token, byte[] fingerprint)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public bool IsKnown(Session session, TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        session.Prepare("DELETE FROM tokens WHERE expires < ?1").Bind(1, now).Run();
        using var row = session.Prepare("SELECT fingerprint FROM tokens WHERE token = ?1").Bind(1, token);
        if (!row.Step())
            return false;
        return row.Blob(0).SequenceEqual(fingerprint)
            ? true
            : throw DynamoDBException.Domain("IdempotentParameterMismatchException",
                "The request uses the same client token as a previous, but non-identical request.");
    }

    public void Remember(Session session, TimeProvider clock) =>
        session.Prepare("INSERT OR REPLACE INTO tokens(token, fingerprint, expires) VALUES(?1, ?2, ?3)")
            .Bind(1, token).Bind(2, fingerprint)
            .Bind(3, (clock.GetUtcNow() + Life).ToUnixTimeMilliseconds()).Run();
}
