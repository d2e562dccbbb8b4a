using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Which types a key, a version and an expiry may have.</summary>
internal static class RoleTypes
{
    public static ValueModel? ExpiresAt(IPropertySymbol property, PlainNames names, Action<DiagnosticInfo> report)
    {
        var type = property.Type.Bare();
        if (type is { Name: "DateTimeOffset", ContainingNamespace.Name: "System" })
            return new(names.Of(property.Type), ValueKind.Number, "NumberValue.OfEpochSeconds", "NumberValue.ToEpochSeconds")
            {
                IsNullable = !ReferenceEquals(type, property.Type),
                KeyWriter = "KeyValue.Of(NumberValue.OfEpochSeconds({0}))",
                Placeholder = Placeholder.Date,
            };
        Report(TableDiagnostics.ExpiresAtType, property, report);
        return null;
    }

    public static void Check(IPropertySymbol property, MemberRole role, ValueModel value, Action<DiagnosticInfo> report)
    {
        if (role is MemberRole.PartitionKey or MemberRole.SortKey && (value.KeyWriter is null || value.IsNullable))
            Report(TableDiagnostics.UnsupportedKey, property, report);
        if (role == MemberRole.Version && value.Type is not ("int" or "long"))
            Report(TableDiagnostics.VersionType, property, report);
    }

    public static void ReportKey(IPropertySymbol property, Action<DiagnosticInfo> report) =>
        Report(TableDiagnostics.UnsupportedKey, property, report);

    private static void Report(DiagnosticDescriptor descriptor, IPropertySymbol property, Action<DiagnosticInfo> report) =>
        report(DiagnosticInfo.Of(descriptor, LocationInfo.Of(property), property.Name, property.Type.ToDisplayString()));
}
