using System.Collections.ObjectModel;

namespace Framework.Http;

/// <summary>A response's cookies, each checked as a header's value is.</summary>
internal sealed class ResponseCookies : Collection<string>
{
    protected override void InsertItem(int index, string item) => base.InsertItem(index, HeaderText.Checked("Set-Cookie", item));

    protected override void SetItem(int index, string item) => base.SetItem(index, HeaderText.Checked("Set-Cookie", item));
}
