namespace Framework.Dispatch;

/// <summary>The shape of an event: it says which codec reads the event, and which family of events it belongs to.</summary>
internal enum EventShape
{
    /// <summary>A request: API Gateway's HTTP API and Lambda function URLs, payload format 2.0.</summary>
    HttpApi,
}
