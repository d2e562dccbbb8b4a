namespace Framework.Generators.Endpoints.Models;

/// <summary>What HandleAsync's task holds.</summary>
internal enum AnswerKind
{
    Nothing,
    Response,
    Result,
    Value,
}
