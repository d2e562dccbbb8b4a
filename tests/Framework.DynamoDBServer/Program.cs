// The engine as a process of its own, for tests that kill it and for benchmarks: [port=0] [file=path] [transition=ms]
// It prints its address once it listens, and stops with its standard input.
using System.Globalization;
using Framework.Local.DynamoDB;

var arguments = args.Select(arg => arg.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[^1]);
try
{
    await using var engine = await LocalDynamoDB.StartAsync(new()
    {
        Port = int.Parse(arguments.GetValueOrDefault("port", "0"), CultureInfo.InvariantCulture),
        DataFile = arguments.GetValueOrDefault("file"),
        TransitionTime = TimeSpan.FromMilliseconds(
            int.Parse(arguments.GetValueOrDefault("transition", "0"), CultureInfo.InvariantCulture)),
        // Suites that were recorded against the service also ask as pages do.
        AllowOtherOrigins = true,
    });
    Console.WriteLine(engine.Endpoint);
    await Console.In.ReadToEndAsync();
    return 0;
}
catch (LocalDataException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
