using Framework.Http;

namespace Framework.Binding;

/// <summary>The fields and files of a form.</summary>
internal abstract class FormBody
{
    /// <summary>The first value of a field; null where the form does not have it.</summary>
    public abstract string? Find(string name);

    /// <summary>All values of a field, in order.</summary>
    public abstract IReadOnlyList<string> All(string name);

    /// <summary>The files of a field, in order.</summary>
    public abstract IReadOnlyList<FormFile> Files(string name);
}
