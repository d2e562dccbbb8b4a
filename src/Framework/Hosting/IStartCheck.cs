using Framework.Description;

namespace Framework.Hosting;

/// <summary>Finds mistakes when the service starts that a request would find otherwise. Each registered check
/// runs.</summary>
public interface IStartCheck
{
    /// <summary>Checks.</summary>
    /// <param name="services">The service's services.</param>
    /// <param name="served">The endpoints that this process serves.</param>
    /// <exception cref="InvalidOperationException">The service cannot serve them; the message is one sentence that says what
    /// would be right.</exception>
    void Check(IServiceProvider services, IReadOnlyList<EndpointDescription> served);
}
