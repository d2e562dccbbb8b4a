namespace Framework.Parameters;

/// <summary>A parameter that is read by its name.</summary>
/// <param name="Parameter">Its name in Parameter Store.</param>
/// <param name="Key">The configuration's key that it becomes.</param>
/// <param name="IsSecret">Whether it is a secret of Secrets Manager.</param>
internal sealed record NamedParameter(string Parameter, string Key, bool IsSecret);
