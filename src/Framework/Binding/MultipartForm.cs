using System.Text;
using Framework.Http;

namespace Framework.Binding;

/// <summary>A form as <c>multipart/form-data</c>.</summary>
internal sealed class MultipartForm(IReadOnlyList<MultipartPart> parts) : FormBody
{
    public override string? Find(string name)
    {
        foreach (var part in parts)
        {
            if (part.FileName is null && part.Name == name)
                return Text(part);
        }
        return null;
    }

    public override IReadOnlyList<string> All(string name) =>
        [.. parts.Where(part => part.FileName is null && part.Name == name).Select(Text)];

    // A browser sends an empty file without a name where the user has chosen none.
    public override IReadOnlyList<FormFile> Files(string name) =>
    [
        .. from part in parts
           where part.Name == name && part.FileName is not null && (part.FileName.Length > 0 || !part.Content.IsEmpty)
           select new FormFile(name, part.FileName!, part.ContentType ?? "text/plain", part.Content),
    ];

    private static string Text(MultipartPart part) => Encoding.UTF8.GetString(part.Content.Span);
}
