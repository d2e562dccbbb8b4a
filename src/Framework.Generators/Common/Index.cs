#pragma warning disable IDE0130 // The compiler looks for it there.
namespace System;

/// <summary>What list patterns need and netstandard2.0 lacks.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
