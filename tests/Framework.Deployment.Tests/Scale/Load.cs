namespace Framework.Deployment.Tests.Scale;

/// <summary>What arrives in one second.</summary>
/// <param name="Users">Requests of users.</param>
/// <param name="Attack">Requests of an attack.</param>
internal readonly record struct Load(double Users, double Attack = 0);
