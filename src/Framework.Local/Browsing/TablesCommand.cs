using System.Text.Json;
using Framework.Local.CommandLine;
using Framework.Local.Data;
using Framework.Local.Output;
using Framework.LocalDynamoDB;
using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.Local.Browsing;

/// <summary>Shows the tables of a data folder and changes nothing. A service may run on the folder at the same time.</summary>
internal static class TablesCommand
{
    // A value can have 400 KB: shown whole, it would hide the others.
    private const int MaxValueLength = 500;

    /// <exception cref="LocalFailureException">There is nothing to show, or it cannot be read.</exception>
    public static void Run(TablesQuestion question, TextWriter output, TextWriter errors)
    {
        var file = DataFolder.DatabaseFileOf(question.DataFolder);
        try
        {
            if (!File.Exists(file))
                throw NothingYet(question.DataFolder);
            using var copy = DataCopy.Of(file);
            using var database = Open(copy.File, file);
            var reader = new TableReader(database, new Catalog(database, TimeProvider.System, TimeSpan.Zero));
            if (question.Table is null)
                List(reader, question, output);
            else
                Show(reader, question, output, errors);
        }
        catch (JsonException exception)
        {
            throw new LocalFailureException($"The data file {file} is damaged: start once with --reset.", exception);
        }
        catch (Exception exception) when (exception is StorageException or IOException or UnauthorizedAccessException)
        {
            throw new LocalFailureException($"The data file {file} cannot be read: {exception.Message}", exception);
        }
    }

    private static Database Open(string copy, string file)
    {
        try
        {
            return Database.Open(copy);
        }
        catch (LocalDataException exception)
        {
            // The developer knows the name of the file, not that of its copy.
            throw new LocalFailureException(exception.Message.Replace(copy, file, StringComparison.Ordinal), exception);
        }
    }

    private static void List(TableReader reader, TablesQuestion question, TextWriter output)
    {
        var tables = reader.Tables;
        if (tables.Count == 0)
            throw NothingYet(question.DataFolder);
        foreach (var table in tables)
        {
            var definition = table.Table.Definition;
            output.WriteLine($"{table.Name}  {ReadableText.Count(table.Statistics)}, {ReadableText.Size(table.Statistics.Bytes)}");
            output.WriteLine($"  key      {ReadableText.Key(definition.Key)}");
            foreach (var index in definition.Indexes)
                output.WriteLine($"  index    {ReadableText.Index(index)}");
            if (definition.TimeToLiveAttribute is { } attribute)
                output.WriteLine($"  expires  {Terminal.Printable(attribute)}");
        }
    }

    private static void Show(TableReader reader, TablesQuestion question, TextWriter output, TextWriter errors)
    {
        var table = reader.Find(question.Table!) ?? throw Unknown(question.Table!, reader.Tables);
        var page = reader.Read(table.Table, ItemSearch.All, question.Limit);
        foreach (var item in page.Items)
            Write(item, table.Table.Key, question.Form, output);
        if (page.Last is not null)
            errors.WriteLine(string.Create(ReadableText.Culture, $"The first {page.Items.Count} of {ReadableText.Count(table.Statistics)}: --limit N shows more."));
        else if (page.Items.Count == 0)
            errors.WriteLine($"The table {table.Name} is empty.");
    }

    private static void Write(Item item, KeySchema key, ItemForm form, TextWriter output)
    {
        switch (form)
        {
            case ItemForm.Json:
                output.WriteLine(ReadableText.Json(json => PlainJson.WriteItem(json, item)));
                break;
            case ItemForm.DynamoDBJson:
                output.WriteLine(ReadableText.Json(json => AttributeValueWriter.WriteItem(json, item)));
                break;
            default:
                WriteText(item, key, output);
                break;
        }
    }

    private static void WriteText(Item item, KeySchema key, TextWriter output)
    {
        output.WriteLine(string.Join(
            "  ", key.Attributes.Select(part => $"{Terminal.Printable(part.Name)}={ReadableText.Value(item[part.Name])}")));
        var rest = ReadableText.Rest(item, key).Select(pair => (Name: Terminal.Printable(pair.Key), pair.Value)).ToArray();
        var width = rest.Select(attribute => attribute.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var (name, value) in rest)
            output.WriteLine($"  {name.PadRight(width)}  {value.Type,-4}  {Shorten(ReadableText.Value(value))}");
        output.WriteLine();
    }

    private static string Shorten(string text) => text.Length <= MaxValueLength
        ? text
        : string.Create(ReadableText.Culture, $"{text.AsSpan(0, MaxValueLength)}… ({text.Length:N0} characters; --json shows all)");

    private static LocalFailureException NothingYet(string folder) => new(
        $"No tables yet in {Path.GetFullPath(folder)}: start the service once without --in-memory, or name another folder with --data.");

    private static LocalFailureException Unknown(string name, IReadOnlyList<TableSummary> tables) => new(
        $"No table is named {Terminal.Printable(name)}; there is {string.Join(", ", tables.Select(table => table.Name).DefaultIfEmpty("none"))}.");
}
