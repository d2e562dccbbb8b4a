namespace Framework.LocalDynamoDB.Values;

/// <summary>Which of DynamoDB's rules for numbers a text breaks.</summary>
internal enum NumberFault
{
    None,
    NotANumber,
    Overflow,
    Underflow,
    TooManyDigits,
}
