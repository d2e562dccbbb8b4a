using Microsoft.Extensions.Options;

namespace Framework.Hosting;

/// <summary>A mistake of the author, which is reported in one sentence. Any other exception is an error of code, which needs its
/// stack trace.</summary>
internal static class AuthorMistake
{
    /// <summary>Whether an exception is one.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        // The container throws this when it is built: each inner exception is a registration that cannot be constructed.
        AggregateException several => several.InnerExceptions.All(Is),
        _ => exception is ArgumentException or InvalidOperationException or FormatException or InvalidDataException or OptionsValidationException,
    };

    /// <summary>The sentence.</summary>
    public static string Sentence(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var first, ..] } => Sentence(first.GetBaseException()),
        // .NET appends the parameter's name, which does not help a reader of the log.
        ArgumentException { ParamName: { } name } => exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal),
        _ => exception.Message,
    };
}
