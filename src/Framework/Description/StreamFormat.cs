namespace Framework.Description;

/// <summary>How a response that may be sent while it is made is written.</summary>
public enum StreamFormat
{
    /// <summary>A JSON array of items.</summary>
    JsonArray,

    /// <summary>Newline-delimited JSON, one item a line.</summary>
    Ndjson,

    /// <summary>Server-sent events, whose data is JSON, or text where the type is a string.</summary>
    ServerSentEvents,

    /// <summary>Bytes, whose media type the handler says.</summary>
    Bytes,
}
