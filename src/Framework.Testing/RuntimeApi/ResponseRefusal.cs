namespace Framework.Testing.RuntimeApi;

/// <summary>Why Lambda does not take a response.</summary>
internal enum ResponseRefusal
{
    None,
    TooLarge,
    InvalidMode,
}
