using System.Buffers;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Framework.Binding;

/// <summary>Looks for keys that an object may name twice. Keys are compared by their hashes, without regard to case,
/// so that no string is allocated. "Yes" may be wrong and is checked again; "no" is right.</summary>
internal static class RepeatedKeys
{
    // So many used slots in a row mean that the keys were chosen to collide.
    private const int MaxProbes = 128;

    // System.Text.Json's own, which it writes as 0.
    private const int UsualDepth = 64;

    /// <summary>Whether a body may have them that System.Text.Json has read: it finds those that the type has, and passes
    /// over the others.</summary>
    public static bool MayBeIn(ReadOnlySpan<byte> json, JsonTypeInfo type)
    {
        // Two that the type does not have stand beside all those that it requires.
        var colons = json.Count((byte)':');
        return colons >= Required(type) + 2 && MayBeIn(json, type.Options, colons);
    }

    /// <summary>Whether any text may have them. A text that is not JSON may.</summary>
    public static bool MayBeIn(ReadOnlySpan<byte> json, JsonSerializerOptions options)
    {
        try
        {
            return MayBeIn(json, options, json.Count((byte)':'));
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static bool MayBeIn(ReadOnlySpan<byte> json, JsonSerializerOptions options, int colons)
    {
        // Each key has a colon and two quotes; a text may hold many colons.
        var count = Math.Min(colons, json.Count((byte)'"') / 2);
        var size = (int)BitOperations.RoundUpToPowerOf2(((uint)count + 1) * 2);
        var rented = ArrayPool<ulong>.Shared.Rent(size);
        var slots = rented.AsSpan(0, size);
        slots.Clear();
        try
        {
            return Find(json, options, slots);
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }
    }

    private static int Required(JsonTypeInfo type)
    {
        var count = 0;
        var properties = type.Properties;
        for (var index = 0; index < properties.Count; index++)
            count += properties[index].IsRequired ? 1 : 0;
        return count;
    }

    private static bool Find(ReadOnlySpan<byte> json, JsonSerializerOptions options, Span<ulong> slots)
    {
        var maxDepth = options.MaxDepth == 0 ? UsualDepth : options.MaxDepth;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions
        {
            MaxDepth = maxDepth,
            CommentHandling = options.ReadCommentHandling,
            AllowTrailingCommas = options.AllowTrailingCommas,
        });
        Span<int> objects = maxDepth <= UsualDepth ? stackalloc int[UsualDepth + 1] : new int[maxDepth + 1];
        var made = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                objects[reader.CurrentDepth] = ++made;
            else if (reader.TokenType == JsonTokenType.PropertyName
                && (reader.ValueIsEscaped || !TryAdd(slots, Hash(reader.ValueSpan, objects[reader.CurrentDepth - 1]))))
                return true;
        }
        return false;
    }

    // Both cases of a letter count as the same. A character outside ASCII may have more than two forms, so the check gives up.
    private static ulong Hash(ReadOnlySpan<byte> key, int owner)
    {
        var hash = 14695981039346656037UL ^ (uint)owner;
        foreach (var letter in key)
        {
            if (letter >= 0x80)
                return 0;
            hash = (hash ^ (letter | 0x20u)) * 1099511628211UL;
        }
        return hash | 1;
    }

    private static bool TryAdd(Span<ulong> slots, ulong hash)
    {
        if (hash == 0)
            return false;
        var mask = slots.Length - 1;
        var slot = (int)(hash >> 32) & mask;
        for (var probe = 0; probe < MaxProbes; probe++, slot = (slot + 1) & mask)
        {
            if (slots[slot] == hash)
                return false;
            if (slots[slot] != 0)
                continue;
            slots[slot] = hash;
            return true;
        }
        return false;
    }
}
