using System.Text.Json;
using System.Text.Json.Serialization;

namespace Todo.Service;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CreateTodo.Body), TypeInfoPropertyName = "CreateTodoBody")]
[JsonSerializable(typeof(TodoChange))]
[JsonSerializable(typeof(UpdateTodos.Body), TypeInfoPropertyName = "UpdateTodosBody")]
[JsonSerializable(typeof(Page<TodoItem>))]
[JsonSerializable(typeof(BatchResponse))]
internal sealed partial class TodoJson : JsonSerializerContext;
