namespace Framework.LocalDynamoDB.Tool;

internal static class Program
{
    private static Task<int> Main(string[] args) => ToolCommand.InvokeAsync(args, Console.Out, Console.Error);
}
