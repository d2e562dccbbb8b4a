using System.Text.Json;

namespace Framework.LocalDynamoDB.Protocol;

/// <summary>An error as the service sends it: a type, a message and, for some types, details.</summary>
internal sealed class DynamoDBException(string type, string? message, int statusCode = 400) : Exception(message)
{
    private const string Service = "com.amazon.coral.service#";
    private const string Validator = "com.amazon.coral.validate#";
    private const string Dynamo = "com.amazonaws.dynamodb.v20120810#";

    public string Type { get; } = type;

    public int StatusCode { get; } = statusCode;

    /// <summary>The text of the error for the client; some errors of the protocol layer have none.</summary>
    public string? Text { get; } = message;

    public bool IsValidation => Type.StartsWith(Validator, StringComparison.Ordinal);

    /// <summary>A PartiQL INSERT met an item with its key.</summary>
    public bool IsDuplicate => Type == Dynamo + "DuplicateItemException";

    public bool IsNotFound => Type == Dynamo + "ResourceNotFoundException";

    /// <summary>The protocol layer spells the member "Message", DynamoDB itself "message".</summary>
    public string MessageMember { get; private init; } = "message";

    /// <summary>Writes further members of the error, such as the item that failed the condition.</summary>
    public Action<Utf8JsonWriter>? Details { get; init; }

    public static DynamoDBException Validation(string message) => new(Validator + "ValidationException", message);

    public static DynamoDBException Serialization(string? message = null) =>
        new(Service + "SerializationException", message) { MessageMember = "Message" };

    public static DynamoDBException AccessDenied(string message) =>
        new(Service + "AccessDeniedException", message) { MessageMember = "Message" };

    public static DynamoDBException Protocol(string name, string? message = null) => new(Service + name, message);

    public static DynamoDBException Domain(string name, string message, Action<Utf8JsonWriter>? details = null) =>
        new(Dynamo + name, message) { Details = details };

    public static DynamoDBException ResourceNotFound(string message = "Requested resource not found") =>
        Domain("ResourceNotFoundException", message);

    public static DynamoDBException Internal(string message) =>
        new(Dynamo + "InternalServerError", message, statusCode: 500);
}
