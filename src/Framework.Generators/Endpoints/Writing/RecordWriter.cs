using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Writing;

/// <summary>Writes how a record is made of the values of a query or a form. It is made only where all values are right, for its
/// constructor may not take others.</summary>
internal static class RecordWriter
{
    /// <summary>Writes it.</summary>
    /// <param name="code">Where.</param>
    /// <param name="record">The parameter that is the record.</param>
    /// <param name="field">The field that keeps it.</param>
    /// <param name="type">Its type.</param>
    /// <param name="limits">The limits of the endpoint.</param>
    /// <param name="read">The C# expression that reads a member.</param>
    public static void Write(
        SourceWriter code, ParameterModel record, string field, string type, LimitsModel limits, Func<ParameterModel, string> read)
    {
        code.Open(Head(record, limits));
        var names = UniqueNames.Give(record.Members.Select(member => (member.Name, Naming.Local(member.Name))), "bind", "context", "endpoint");
        foreach (var member in record.Members)
            code.Line($"var {names[member.Name]} = {read(member)};");
        code.Line("if (bind.IsComplete)").Indent();
        code.Call($"{field} = new {type}", [.. record.Members.Select(member => names[member.Name])], ";").Outdent();
        code.Close();
    }

    private static string Head(ParameterModel record, LimitsModel limits)
    {
        var parts = limits.MaxParts > 0 ? $"maxParts: {limits.MaxParts}" : "";
        return record.Kind == ParameterKind.QueryRecord ? ""
            : $"if (bind.Read{(record.Shape == ParameterShape.Single ? "" : "Optional")}Form({parts}))";
    }
}
