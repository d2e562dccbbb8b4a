namespace Framework.Generators.Endpoints.Models;

/// <summary>Where a parameter of HandleAsync comes from.</summary>
internal enum ParameterKind
{
    Route,
    Query,
    Header,
    Body,
    Caller,
    Request,
    Invocation,
    Cancellation,
}
