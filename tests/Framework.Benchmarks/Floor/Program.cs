using Framework.Benchmarks.Floor;

// The yardstick: the least that a Lambda function in C# can do and still serve POST /todos.
using var runtime = RuntimeConnection.Open(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")!);
using var function = new CreateTodo();
while (true)
{
    var payload = runtime.Next();
    runtime.Respond(function.Handle(payload));
}
