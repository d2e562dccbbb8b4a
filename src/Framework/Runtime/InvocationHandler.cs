namespace Framework.Runtime;

/// <summary>Answers one invocation.</summary>
/// <param name="invocation">The event and its context.</param>
/// <param name="output">Where the answer's bytes go.</param>
internal delegate ValueTask InvocationHandler(Invocation invocation, ResponseBuffer output);
