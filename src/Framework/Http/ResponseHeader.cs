namespace Framework.Http;

/// <summary>One header of a response.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value; line breaks are refused.</param>
public readonly record struct ResponseHeader(string Name, string Value);
