using System.ComponentModel;
using System.Runtime.InteropServices;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Values;

/// <summary>Values that are stored as binary (<c>B</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BinaryValue
{
    /// <summary>Stores bytes, without copying them.</summary>
    public static AttributeValue Of(byte[] value) => new() { B = new MemoryStream(value, writable: false) };

    /// <summary>Stores bytes, without copying them where they are an array's.</summary>
    public static AttributeValue Of(ReadOnlyMemory<byte> value) => new()
    {
        B = MemoryMarshal.TryGetArray(value, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(value.ToArray(), writable: false),
    };

    /// <summary>Reads bytes.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static byte[] ToArray(StoredValue stored) => (stored.Value.B ?? throw stored.Mismatch("binary")).ToArray();

    /// <summary>Reads bytes.</summary>
    /// <exception cref="InvalidDataException">The attribute holds a value of another type.</exception>
    public static ReadOnlyMemory<byte> ToMemory(StoredValue stored) => ToArray(stored);
}
