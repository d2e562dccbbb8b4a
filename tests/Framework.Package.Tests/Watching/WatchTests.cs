using System.Net;
using System.Net.Http.Json;
using Framework.Package.Tests.Shapes;

namespace Framework.Package.Tests.Watching;

/// <summary>The inner loop: a change is saved, and dotnet watch serves it with the data and the sign-in from before.</summary>
public sealed class WatchTests
{
    private const string Program = """
        using System.Text.Json.Serialization;
        using Watched;

        var service = Microservice.CreateBuilder(args);
        service.Json.Use(NoteJson.Default);
        service.Services.AddTable<Note>("notes");
        return await service.Build().RunAsync();

        namespace Watched
        {
            [Table]
            public sealed partial record Note([property: PartitionKey] string Owner, [property: SortKey] string Text);

            [JsonSerializable(typeof(AddNote.Body))]
            [JsonSerializable(typeof(Page<Note>))]
            internal sealed partial class NoteJson : JsonSerializerContext;
        }
        """;

    private const string AddNote = """
        namespace Watched;

        [Post("/notes")]
        public sealed class AddNote(ITable<Note> notes)
        {
            public sealed record Body(string Text);

            public sealed class BodyRules : AbstractValidator<Body>
            {
                public BodyRules() => RuleFor(body => body.Text).NotEmpty();
            }

            public async Task<Response> HandleAsync(Body body, Caller caller)
            {
                await notes.PutAsync(new Note(caller.Id, body.Text));
                return Response.Text(201, "Added.");
            }
        }
        """;

    private const string ListNotes = """
        namespace Watched;

        [Get("/notes")]
        public sealed class ListNotes(IReadTable<Note> notes)
        {
            public Task<Page<Note>> HandleAsync(Caller caller, string? cursor) =>
                notes.QueryPageAsync(Note.Partition(caller.Id), 10, cursor);
        }
        """;

    private static readonly ShapeProject Service = new(
        "Watched",
        $"{References.Exe}<PublishAot>true</PublishAot>",
        References.Framework + References.DynamoDB + References.Local + """<Using Include="Framework.DynamoDB" />""");

    [Fact]
    public async Task A_saved_change_is_served_and_data_and_sign_in_are_kept()
    {
        if (Directory.Exists(Service.Folder))
            Directory.Delete(Service.Folder, recursive: true);
        Service.Write();
        Write("Program.cs", Program);
        Write("AddNote.cs", AddNote);
        Write("ListNotes.cs", ListNotes);
        await using var watched = await WatchedService.StartAsync(Service.Folder);
        await watched.SignInAsync();
        Assert.Equal("Added.", await AddAsync(watched, "milk"));

        // A handler.
        Write("AddNote.cs", AddNote.Replace("Added.", "Kept.", StringComparison.Ordinal));
        await watched.IsUpdatedAsync();
        Assert.Equal("Kept.", await AddAsync(watched, "bread"));

        // A route and a rule.
        Write("AddNote.cs", AddNote.Replace("\"/notes\"", "\"/texts\"", StringComparison.Ordinal).Replace("NotEmpty()", "MaximumLength(3)", StringComparison.Ordinal));
        await watched.IsUpdatedAsync();
        using (var refused = await watched.Client.PostAsJsonAsync("/texts", new { text = "cheese" }))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        // A parameter with a parser of its own, and then its bounds.
        var limited = ListNotes
            .Replace("Caller caller", "Caller caller, [System.ComponentModel.DataAnnotations.Range(1, 5)] int limit", StringComparison.Ordinal)
            .Replace("10, cursor)", "limit, cursor)", StringComparison.Ordinal);
        Write("ListNotes.cs", limited);
        await watched.IsUpdatedAsync();
        await watched.RespondsAsync(HttpStatusCode.BadRequest, "/notes?limit=6");
        Write("ListNotes.cs", limited.Replace("(1, 5)", "(1, 6)", StringComparison.Ordinal));
        await watched.IsUpdatedAsync();
        await watched.RespondsAsync(HttpStatusCode.OK, "/notes?limit=6");

        // What hot reload cannot change: dotnet watch restarts the service by itself.
        Write("Program.cs", Program.Replace("var service", "_ = 1;\nvar service", StringComparison.Ordinal));
        await watched.IsUpAsync();
        var kept = await watched.Client.GetStringAsync("/notes?limit=6");
        Assert.Contains("milk", kept, StringComparison.Ordinal);
        Assert.Contains("bread", kept, StringComparison.Ordinal);
    }

    private static async Task<string> AddAsync(WatchedService watched, string text)
    {
        using var response = await watched.Client.PostAsJsonAsync("/notes", new { text });
        return await response.Content.ReadAsStringAsync();
    }

    private static void Write(string name, string text) => Service.WriteFile(name, text);
}
