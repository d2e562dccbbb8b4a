namespace Framework;

/// <summary>Runs a service outside Lambda.</summary>
/// <param name="service">The service, built and not yet started.</param>
/// <returns>The process's exit code.</returns>
public delegate Task<int> LocalHost(Microservice service);
