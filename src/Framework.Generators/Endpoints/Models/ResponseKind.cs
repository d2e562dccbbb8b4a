namespace Framework.Generators.Endpoints.Models;

/// <summary>What HandleAsync's task holds.</summary>
internal enum ResponseKind
{
    Nothing,
    Response,
    Result,
    JsonResult,
    OneOfSeveral,
    Stream,
    Value,
}
