namespace Framework.Generators.Services;

/// <summary>How long a service lives.</summary>
internal enum ServiceLifetime
{
    Singleton,
    Scoped,
    Transient,
}
