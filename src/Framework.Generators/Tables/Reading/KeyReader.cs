using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Finds the keys of a table and of its indexes, composed or plain.</summary>
internal sealed class KeyReader(INamedTypeSymbol type, TypeMarks marks, ShapeModel shape, Action<DiagnosticInfo> report)
{
    private readonly TemplateReader _templates = new(shape, report);

    public (KeyPartModel? Partition, KeyPartModel? Sort) Read()
    {
        if (marks.Key is not { } key)
            return (Plain("Partition", Find(MemberRole.PartitionKey)), Plain("Sort", Find(MemberRole.SortKey)));
        return (
            Compose(key.Text(0) ?? "", key.Named("PartitionName") ?? "pk", isSort: false, isIndex: false, key),
            key.Text(1) is { } sort ? Compose(sort, key.Named("SortName") ?? "sk", isSort: true, isIndex: false, key) : null);
    }

    /// <summary>The indexes, the composed ones first.</summary>
    /// <param name="partition">The table's partition key, which a local index shares.</param>
    public List<IndexModel> ReadIndexes(KeyPartModel partition)
    {
        var indexes = marks.Indexes.Select(Composed).ToList();
        indexes.AddRange(Marked(partition));
        return indexes;
    }

    private IndexModel Composed(AttributeData attribute)
    {
        var name = attribute.Text(0) ?? "";
        return new(
            name,
            Naming.PascalCase(name),
            IsLocal: false,
            Compose(attribute.Text(1) ?? "", name + "pk", isSort: false, isIndex: true, attribute),
            attribute.Text(2) is { } sort ? Compose(sort, name + "sk", isSort: true, isIndex: true, attribute) : null);
    }

    private IEnumerable<IndexModel> Marked(KeyPartModel partition)
    {
        var found = shape.Members
            .SelectMany(member => PropertyMarks.Of(type, member.Property) is { } marks
                ? marks.IndexPartitionKeys.Select(index => (Index: index, Method: "Partition", Member: member))
                    .Concat(marks.IndexSortKeys.Select(index => (Index: index, Method: "Sort", Member: member)))
                : []);
        foreach (var index in found.GroupBy(mark => mark.Index))
        {
            var partitions = index.Where(mark => mark.Method == "Partition").ToList();
            var sorts = index.Where(mark => mark.Method == "Sort").ToList();
            if (new[] { partitions, sorts }.FirstOrDefault(keys => keys.Count > 1) is { } twice)
                report(DiagnosticInfo.Of(
                    TableDiagnostics.IndexConflict,
                    LocationInfo.Of(Hierarchy.Property(type, twice[1].Member.Property) ?? (ISymbol)type),
                    index.Key, $"two {twice[1].Method.ToLowerInvariant()} keys"));
            yield return new(
                index.Key,
                Naming.PascalCase(index.Key),
                IsLocal: partitions.Count == 0,
                partitions.Count == 0 ? partition : Plain("Partition", partitions[0].Member)!,
                sorts.Count == 0 ? null : Plain("Sort", sorts[0].Member));
        }
    }

    private MemberModel? Find(MemberRole role) => shape.Members.FirstOrDefault(member => member.Role == role);

    private static KeyPartModel? Plain(string method, MemberModel? member) =>
        member is null ? null : new(member.Attribute, method, member, EquatableArray<TemplatePart>.Empty);

    private KeyPartModel Compose(string template, string name, bool isSort, bool isIndex, AttributeData attribute) => new(
        name, isSort ? "Sort" : "Partition", null, _templates.Read(template, isSort, isIndex, attribute.Location()));
}
