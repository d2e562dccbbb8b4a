using Microsoft.Extensions.Logging;

namespace Framework.Tokens;

/// <summary>What the validation of tokens logs.</summary>
internal static partial class TokenLog
{
    // The exception's message quotes the token.
    [LoggerMessage(1, LogLevel.Debug, "A token is refused: {Reason}.")]
    public static partial void Refused(ILogger logger, string reason);
}
