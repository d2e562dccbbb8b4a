namespace Framework.Validation;

/// <summary>FluentValidation's own English texts in the words of a problem: they name neither the field, which the problem names, nor
/// the value, which the client knows. An author's texts, and texts in other languages, do not change.</summary>
internal static class RuleTexts
{
    public static string Of(string template) => template switch
    {
        "'{PropertyName}' is not a valid email address." => "Must be an email address.",
        "'{PropertyName}' must be greater than or equal to '{ComparisonValue}'." => "Must be greater than or equal to {ComparisonValue}.",
        "'{PropertyName}' must be greater than '{ComparisonValue}'." => "Must be greater than {ComparisonValue}.",
        "'{PropertyName}' must be less than or equal to '{ComparisonValue}'." => "Must be less than or equal to {ComparisonValue}.",
        "'{PropertyName}' must be less than '{ComparisonValue}'." => "Must be less than {ComparisonValue}.",
        "'{PropertyName}' must be equal to '{ComparisonValue}'." => "Must be equal to {ComparisonValue}.",
        "'{PropertyName}' must not be equal to '{ComparisonValue}'." => "Must not be equal to {ComparisonValue}.",
        "'{PropertyName}' must be between {MinLength} and {MaxLength} characters. You entered {TotalLength} characters." =>
            "Must have {MinLength} to {MaxLength} characters.",
        "The length of '{PropertyName}' must be at least {MinLength} characters. You entered {TotalLength} characters." =>
            "Must have at least {MinLength} characters.",
        "The length of '{PropertyName}' must be {MaxLength} characters or fewer. You entered {TotalLength} characters." =>
            "Must have at most {MaxLength} characters.",
        "'{PropertyName}' must be {MaxLength} characters in length. You entered {TotalLength} characters." =>
            "Must have {MaxLength} characters.",
        "'{PropertyName}' must be between {From} and {To}. You entered {PropertyValue}." => "Must be between {From} and {To}.",
        "'{PropertyName}' must be between {From} and {To} (exclusive). You entered {PropertyValue}." =>
            "Must be between {From} and {To}, and neither of them.",
        "'{PropertyName}' must not be more than {ExpectedPrecision} digits in total, with allowance for {ExpectedScale} decimals. {Digits} digits and {ActualScale} decimals were found." =>
            "Must have at most {ExpectedPrecision} digits, with room for {ExpectedScale} decimals.",
        "'{PropertyName}' must not be empty." => "Must not be empty.",
        "'{PropertyName}' must be empty." => "Must be empty.",
        "'{PropertyName}' is not in the correct format." => "Is not in the correct format.",
        "The specified condition was not met for '{PropertyName}'." => "Does not meet the condition.",
        "'{PropertyName}' is not a valid credit card number." => "Must be a credit card number.",
        "'{PropertyName}' has a range of values which does not include '{PropertyValue}'." => "Must be a known value.",
        _ => template,
    };
}
