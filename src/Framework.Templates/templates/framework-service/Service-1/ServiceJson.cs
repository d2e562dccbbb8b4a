using System.Text.Json;
using System.Text.Json.Serialization;
using Service_1.Notes;

namespace Service_1;

/// <summary>The types that endpoints read from a body or write to a response.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AddNote.Body), TypeInfoPropertyName = "AddNoteBody")]
[JsonSerializable(typeof(Page<Note>))]
internal sealed partial class ServiceJson : JsonSerializerContext;
