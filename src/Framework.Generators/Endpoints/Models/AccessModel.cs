namespace Framework.Generators.Endpoints.Models;

/// <summary>Who may call.</summary>
internal sealed record AccessModel(
    bool AllowAnonymous, EquatableArray<EquatableArray<string>> Groups, EquatableArray<EquatableArray<string>> Scopes);
