using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Evaluation;

/// <summary>Sums and differences of item numbers, within DynamoDB's precision.</summary>
internal static class Arithmetic
{
    public static NumberValue Add(NumberValue left, NumberValue right) =>
        DynamoNumber.TryAdd(left.Number, right.Number, out var sum) ? new(sum) : throw OutOfRange(sum);

    public static NumberValue Subtract(NumberValue left, NumberValue right) =>
        DynamoNumber.TrySubtract(left.Number, right.Number, out var difference)
            ? new(difference)
            : throw OutOfRange(difference);

    private static DynamoDBException OutOfRange(DynamoNumber result) => DynamoDBException.Validation(result switch
    {
        // The service reports a result with more than 38 digits as too large as well.
        { IsZero: true } or { Magnitude: > 0 } =>
            "Number overflow. Attempting to store a number with magnitude larger than supported range",
        _ => "Number underflow. Attempting to store a number with magnitude smaller than supported range",
    });
}
