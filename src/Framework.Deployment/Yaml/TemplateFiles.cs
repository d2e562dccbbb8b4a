using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Framework.Deployment.CloudFormation;

namespace Framework.Deployment.Yaml;

/// <summary>The templates as files, one a stack.</summary>
/// <param name="Texts">Each file's name and text.</param>
internal sealed record TemplateFiles(IReadOnlyList<KeyValuePair<string, string>> Texts)
{
    /// <summary>Names what is in the files: 64 hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Texts.Select(file => $"{file.Key}\n{file.Value}\0")))));

    public static TemplateFiles Of(TemplateSet templates) => new([.. templates.Files.Select(Text)]);

    /// <summary>Writes the files.</summary>
    /// <returns>Their paths.</returns>
    public List<string> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in Texts)
            File.WriteAllText(Path.Combine(folder, name), text);
        return [.. Texts.Select(file => Path.Combine(folder, file.Key))];
    }

    private static KeyValuePair<string, string> Text(KeyValuePair<string, JsonObject> template) => new($"{template.Key}.yaml", YamlWriter.Write(template.Value));
}
