namespace Readme;

internal sealed partial class Examples(string[] args, IConnections connections, string id, CancellationToken cancellation);
