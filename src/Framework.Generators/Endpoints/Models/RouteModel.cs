namespace Framework.Generators.Endpoints.Models;

/// <summary>A method and a path that an endpoint serves.</summary>
internal sealed record RouteModel(string Method, string Template)
{
    /// <summary>What two templates that take the same paths have in common.</summary>
    public string Shape => RouteTemplateText.Shape(Template);
}
