namespace Framework.DynamoDB;

/// <summary>Stores an enum by its number rather than by its name. An enum with <see cref="FlagsAttribute"/> always is.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AsNumberAttribute : Attribute;
