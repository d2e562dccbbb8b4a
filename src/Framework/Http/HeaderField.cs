namespace Framework.Http;

/// <summary>One header of a request, as it stands in the event.</summary>
internal readonly record struct HeaderField(JsonText Name, JsonText Value);
