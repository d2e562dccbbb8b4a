using Microsoft.Extensions.Options;

namespace Framework.Hosting;

/// <summary>What an author gets wrong, which one sentence says; all else is a fault of code, which needs its stack
/// trace.</summary>
internal static class AuthorMistake
{
    /// <summary>Whether an exception is one.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        // What a container finds when it is built: each is a registration that cannot be made.
        AggregateException several => several.InnerExceptions.All(Is),
        _ => exception is ArgumentException or InvalidOperationException or FormatException or InvalidDataException or OptionsValidationException,
    };

    /// <summary>The sentence.</summary>
    public static string Sentence(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var first, ..] } => Sentence(first.GetBaseException()),
        // .NET appends the parameter's name, which means nothing to who reads a log.
        ArgumentException { ParamName: { } name } => exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal),
        _ => exception.Message,
    };
}
