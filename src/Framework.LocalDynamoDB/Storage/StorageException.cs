namespace Framework.LocalDynamoDB.Storage;

/// <summary>An error that SQLite reported, with its result code.</summary>
internal sealed class StorageException(int code, string message) : Exception(message)
{
    private const int CorruptCode = 11;
    private const int NotADatabaseCode = 26;

    public int Code { get; } = code;

    /// <summary>The file is damaged or was never a database.</summary>
    /// <remarks>The lowest byte of a code is the kind of error; the others hold details.</remarks>
    public bool IsCorruption => (Code & 0xFF) is CorruptCode or NotADatabaseCode;
}
