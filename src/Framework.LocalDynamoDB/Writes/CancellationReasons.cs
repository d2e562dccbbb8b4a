using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Writes;

/// <summary>Why a transaction is cancelled: one reason for each part, in their order, "None" for parts without an
/// error.</summary>
internal sealed class CancellationReasons(int count)
{
    private readonly (string Code, string Message, Item? Item)?[] _reasons = new (string, string, Item?)?[count];

    /// <summary>Runs the checks of a part and records its error.</summary>
    public void Try(int part, Action action)
    {
        try
        {
            action();
        }
        catch (ConditionFailedException failure)
        {
            _reasons[part] = ("ConditionalCheckFailed", failure.Message, failure.Item);
        }
        catch (DynamoDBException exception) when (exception.IsDuplicate)
        {
            _reasons[part] = ("DuplicateItem", exception.Message, null);
        }
        catch (DynamoDBException exception) when (exception.IsValidation)
        {
            _reasons[part] = ("ValidationError", exception.Message, null);
        }
    }

    public void ThrowIfAny()
    {
        if (_reasons.All(reason => reason is null))
            return;
        var codes = string.Join(", ", _reasons.Select(reason => reason?.Code ?? "None"));
        throw DynamoDBException.Domain(
            "TransactionCanceledException",
            $"Transaction cancelled, please refer cancellation reasons for specific reasons [{codes}]",
            Write);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("CancellationReasons");
        foreach (var reason in _reasons)
        {
            json.WriteStartObject();
            json.WriteString("Code", reason?.Code ?? "None");
            if (reason is { } failed)
            {
                json.WriteString("Message", failed.Message);
                if (failed.Item is not null)
                {
                    json.WritePropertyName("Item");
                    AttributeValueWriter.WriteItem(json, failed.Item);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
