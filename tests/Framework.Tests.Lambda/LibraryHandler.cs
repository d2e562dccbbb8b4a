namespace Framework.Tests.Lambda;

/// <summary>What Lambda's managed .NET runtime calls where the handler setting is
/// <c>Framework.Tests.Lambda::Framework.Tests.Lambda.LibraryHandler::HandleAsync</c>.</summary>
public sealed class LibraryHandler
{
    private readonly RunningService _service = Service.Build([]).Start();

    public Task<Stream> HandleAsync(Stream payload) => _service.HandleAsync(payload);
}
