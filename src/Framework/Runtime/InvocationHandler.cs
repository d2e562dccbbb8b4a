namespace Framework.Runtime;

/// <summary>Responds to one invocation.</summary>
/// <param name="invocation">The event and its context.</param>
/// <param name="output">Receives the bytes of the response.</param>
internal delegate ValueTask InvocationHandler(Invocation invocation, ResponseBuffer output);
