using Framework.Resources;
using Framework.Runtime;

namespace Framework.DynamoDB.Paging;

/// <summary>Finds the key that seals cursors: the local cloud's, else the deployment's.</summary>
internal static class CursorKey
{
    public const string Variable = "FRAMEWORK_CURSOR_KEY";
    public const int Size = 32;

    public static ReadOnlyMemory<byte> Find(LocalResources? local, LambdaEnvironment environment)
    {
        if (local is not null)
            return local.CursorKey;
        var text = environment[Variable] ?? throw new InvalidOperationException(
            $"Paging needs a key to seal its cursors: set {Variable} to {Size} random bytes in base64.");
        var key = new byte[Size];
        return Convert.TryFromBase64String(text, key, out var length) && length == Size
            ? key
            : throw new InvalidOperationException($"{Variable} is not {Size} bytes in base64.");
    }
}
