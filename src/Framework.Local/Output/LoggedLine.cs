namespace Framework.Local.Output;

/// <summary>A log line of a request.</summary>
/// <param name="Level">Its level, <c>WARN</c>.</param>
/// <param name="Text">Its category, message and stack trace.</param>
internal readonly record struct LoggedLine(string Level, string Text);
