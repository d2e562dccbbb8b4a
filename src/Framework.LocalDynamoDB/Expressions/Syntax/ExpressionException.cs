namespace Framework.LocalDynamoDB.Expressions.Syntax;

/// <summary>An error in an expression, in the service's words and without the name of the parameter.</summary>
internal sealed class ExpressionException(string message) : Exception(message);
