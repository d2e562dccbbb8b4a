namespace Framework.LocalDynamoDB;

/// <summary>
/// The data file of the local DynamoDB cannot be used: it is damaged, belongs to something else, or cannot be opened.
/// The message names the file and says what to do; it is meant for the person at the terminal.
/// </summary>
public sealed class LocalDataException : Exception
{
    internal LocalDataException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
