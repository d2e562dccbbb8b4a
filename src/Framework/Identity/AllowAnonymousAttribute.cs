namespace Framework.Identity;

/// <summary>Opens an endpoint to callers without a token.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAnonymousAttribute : Attribute;
