using Framework.LocalDynamoDB.Expressions.Syntax;

namespace Framework.LocalDynamoDB.Expressions;

/// <summary>Projection expressions: document paths with commas between them.</summary>
internal sealed class ProjectionParser(string source) : ExpressionParser(source)
{
    public static EquatableList<DocumentPath> Parse(string source)
    {
        var parser = new ProjectionParser(source);
        var paths = parser.ParseList(parser.ParsePath);
        parser.ExpectEnd();
        return paths;
    }
}
