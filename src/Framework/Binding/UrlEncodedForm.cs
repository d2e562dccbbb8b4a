using System.Text;
using Framework.Http;

namespace Framework.Binding;

/// <summary>A form as <c>application/x-www-form-urlencoded</c>, which is written as a query is.</summary>
internal sealed class UrlEncodedForm(ReadOnlyMemory<byte> body) : FormBody
{
    private readonly QueryString _fields = new(Encoding.UTF8.GetString(body.Span));

    public override string? Find(string name) => _fields.TryGet(name, out var value) ? value : null;

    public override IReadOnlyList<string> All(string name) => _fields.All(name);

    public override IReadOnlyList<FormFile> Files(string name) => [];
}
