using System.Buffers.Text;
using Framework.LocalDynamoDB.Tables;

namespace Framework.Local.Browsing;

/// <summary>Where an item is in its table, as a part of a page's address.</summary>
internal static class PagePlace
{
    public static string Write(ItemKey place) =>
        $"{Base64Url.EncodeToString(place.Hash)}.{Base64Url.EncodeToString(place.Range)}";

    /// <summary>Reads a place. The result is false for a text that no page wrote.</summary>
    public static bool TryRead(string text, out ItemKey place)
    {
        place = default;
        var parts = text.Split('.');
        if (parts is not [var hash, var range] || !Base64Url.IsValid(hash) || !Base64Url.IsValid(range))
            return false;
        place = new ItemKey(Base64Url.DecodeFromChars(hash), Base64Url.DecodeFromChars(range));
        return true;
    }
}
