using Framework.Deployment.CloudFormation;
using Framework.Deployment.Packaging;
using Framework.Deployment.Yaml;

namespace Framework.Deployment.Deploying;

/// <summary>The folder whose files are uploaded. Each key names its contents, so what is in the bucket already is right.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="CodeKey">The key of the package in the bucket.</param>
/// <param name="TemplatePrefix">The part of the keys of the templates before their names.</param>
internal sealed record UploadFolder(string Folder, string CodeKey, string TemplatePrefix)
{
    /// <summary>The key of the root template.</summary>
    public string TemplateKey => $"{TemplatePrefix}{TemplateSet.RootName}.yaml";

    /// <summary>Writes the folder, in place of that of an earlier deployment.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="package">The package.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="prefix">The part of all keys.</param>
    public static UploadFolder Write(string folder, Package package, TemplateFiles templates, string prefix)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var upload = new UploadFolder(folder, $"{prefix}/code/{package.Hash}.zip", $"{prefix}/templates/{templates.Hash}/");
        templates.Write(Path.Combine(folder, "templates", templates.Hash));
        Directory.CreateDirectory(Path.Combine(folder, "code"));
        File.Copy(package.File, Path.Combine(folder, "code", $"{package.Hash}.zip"));
        return upload;
    }
}
