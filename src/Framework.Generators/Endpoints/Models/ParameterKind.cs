namespace Framework.Generators.Endpoints.Models;

/// <summary>Where a parameter of HandleAsync comes from.</summary>
internal enum ParameterKind
{
    Route,
    Query,
    Header,
    Cookie,
    IfMatch,
    Body,
    Bytes,
    Stream,
    FormRecord,
    Field,
    File,
    QueryRecord,
    Caller,
    Request,
    Invocation,
    Connection,
    Cancellation,
}
