namespace Framework.Deployment.Model;

/// <summary>A deployment cannot be made of the service; the message says why, in one sentence with its fix.</summary>
internal sealed class DeploymentException(string message) : Exception(message);
