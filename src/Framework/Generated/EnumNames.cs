using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Framework.Generated;

/// <summary>How JSON, the query and headers spell the members of an enum: one way for all of them. Generated code makes one
/// from the members' names.</summary>
/// <typeparam name="T">The enum.</typeparam>
/// <param name="isFlags">Whether a value may be several members, which a comma and a space join.</param>
/// <param name="members">The names and what they stand for. Of two names of one value the first is written.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumNames<T>(bool isFlags, params (string Name, T Value)[] members) where T : struct, Enum
{
    private readonly Dictionary<string, T> _values = members.ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);

    /// <summary>Reads a value by its exact names.</summary>
    /// <param name="text">The text; a number is not a name.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the text is a name.</returns>
    public bool TryParse(string text, out T value) => TryParse(text, StringComparison.Ordinal, out value);

    /// <summary>Reads a value by its names.</summary>
    /// <param name="text">The text; a number is not a name.</param>
    /// <param name="comparison">Whether the case of letters counts.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the text is a name.</returns>
    public bool TryParse(string text, StringComparison comparison, out T value)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TryFind(text, comparison, out value))
            return true;
        return isFlags && TryJoin(text, comparison, out value);
    }

    /// <summary>The name of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">Its name; of flags, the names of all members in it.</param>
    /// <returns>Whether it has one: a number that is not a member has none.</returns>
    public bool TryName(T value, [NotNullWhen(true)] out string? name)
    {
        name = members.FirstOrDefault(member => EqualityComparer<T>.Default.Equals(member.Value, value)).Name;
        if (name is not null || !isFlags)
            return name is not null;
        var held = members.Where(member => Bits(member.Value) != 0 && (Bits(value) & Bits(member.Value)) == Bits(member.Value)).ToList();
        name = string.Join(", ", held.Select(member => member.Name));
        return held.Count > 0 && held.Aggregate(0UL, (bits, member) => bits | Bits(member.Value)) == Bits(value);
    }

    private bool TryFind(string text, StringComparison comparison, out T value)
    {
        if (_values.TryGetValue(text, out value))
            return true;
        if (comparison == StringComparison.Ordinal)
            return false;
        var found = members.FirstOrDefault(member => string.Equals(member.Name, text, comparison));
        value = found.Value;
        return found.Name is not null;
    }

    private bool TryJoin(string text, StringComparison comparison, out T value)
    {
        var bits = 0UL;
        foreach (var part in text.Split(',', members.Length + 1, StringSplitOptions.TrimEntries))
        {
            if (!TryFind(part, comparison, out value))
                return false;
            bits |= Bits(value);
        }
        value = OfBits(bits);
        return true;
    }

    private static ulong Bits(T value) => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.As<T, byte>(ref value),
        2 => Unsafe.As<T, ushort>(ref value),
        4 => Unsafe.As<T, uint>(ref value),
        _ => Unsafe.As<T, ulong>(ref value),
    };

    private static T OfBits(ulong bits)
    {
        T value = default;
        switch (Unsafe.SizeOf<T>())
        {
            case 1:
                Unsafe.As<T, byte>(ref value) = (byte)bits;
                break;
            case 2:
                Unsafe.As<T, ushort>(ref value) = (ushort)bits;
                break;
            case 4:
                Unsafe.As<T, uint>(ref value) = (uint)bits;
                break;
            default:
                Unsafe.As<T, ulong>(ref value) = bits;
                break;
        }
        return value;
    }
}
