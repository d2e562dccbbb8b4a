using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints;

/// <summary>Reads what HandleAsync answers from its return type.</summary>
internal static class AnswerReader
{
    public static AnswerModel? Read(INamedTypeSymbol type, IMethodSymbol handler, List<DiagnosticInfo> diagnostics)
    {
        if (handler.ReturnType is not INamedTypeSymbol task || !IsTask(task))
        {
            diagnostics.Add(DiagnosticInfo.Of(
                EndpointDiagnostics.ReturnType, LocationInfo.Of(handler), type.Name, TypeNames.ForPeople(handler.ReturnType)));
            return null;
        }
        if (task.TypeArguments.Length == 0)
            return new AnswerModel(AnswerKind.Nothing, null, 204);
        var answer = task.TypeArguments[0];
        if (TypeNames.Of(answer) == TypeNames.Response)
            return new AnswerModel(AnswerKind.Response, null, 200);
        for (var parent = answer; parent is not null; parent = parent.BaseType)
        {
            if (TypeNames.Of(parent.OriginalDefinition) == TypeNames.JsonResult)
                return new AnswerModel(AnswerKind.Result, TypeNames.Of(((INamedTypeSymbol)parent).TypeArguments[0]), StatusOf(answer));
        }
        return new AnswerModel(AnswerKind.Value, TypeNames.Of(answer), 200);
    }

    private static bool IsTask(INamedTypeSymbol type) =>
        type.Name is "Task" or "ValueTask" && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    private static int StatusOf(ITypeSymbol result) => result.ContainingNamespace.ToDisplayString() != "Framework.Http"
        ? 200
        : result.Name switch
        {
            "Created" => 201,
            "Accepted" => 202,
            "MultiStatus" => 207,
            _ => 200,
        };
}
