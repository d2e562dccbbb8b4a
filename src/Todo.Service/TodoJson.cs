using System.Text.Json;
using System.Text.Json.Serialization;

namespace Todo.Service;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CreateTodo.Body))]
[JsonSerializable(typeof(TodoChange))]
[JsonSerializable(typeof(UpdateTodos.Body))]
[JsonSerializable(typeof(Page<TodoItem>))]
[JsonSerializable(typeof(BatchAnswer))]
internal sealed partial class TodoJson : JsonSerializerContext;
