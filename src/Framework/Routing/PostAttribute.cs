namespace Framework.Routing;

/// <summary>The class serves <c>POST</c> requests to a path.</summary>
/// <param name="template">The path with its parameters: <c>/todos/{id}</c>; a last <c>{path+}</c> takes all that is left.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PostAttribute(string template) : Attribute
{
    /// <summary>The path with its parameters.</summary>
    public string Template { get; } = template;
}
