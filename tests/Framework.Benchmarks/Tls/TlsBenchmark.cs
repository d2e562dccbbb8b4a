using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Framework.Tls.Tests;

namespace Framework.Benchmarks.Tls;

/// <summary>What the trusted roots cost: the first response of the todo service's <c>CreateTodo</c> whose table is behind TLS.
/// </summary>
internal static class TlsBenchmark
{
    private const string SystemFile = "/etc/ssl/certs/ca-certificates.crt";
    private const string SystemFolder = "/etc/ssl/certs";

    public static async Task RunAsync(int spawns)
    {
        await using var engine = await LocalDynamoDB.LocalDynamoDB.StartAsync(new());
        await CreateTableAsync(engine.Endpoint);
        using var authority = new TestAuthority();
        await using var front = new TlsFront(authority.Issue(), engine.Endpoint.Port);
        var folder = Directory.CreateTempSubdirectory("tls-benchmark");
        var service = await Candidate.PublishAsync("todo", "../../src/Todo.Service") with { Event = SignedIn() };
        var roots = Path.Combine(Path.GetDirectoryName(service.Path)!, "amazon-roots.pem");

        // Each store holds its own roots and the one that is made for this run.
        var system = Bundle("system.pem", SystemFile);
        var amazon = Bundle("amazon.pem", roots);
        var measurement = new Measurement(
            [
                Of("all roots, one file", new() { ["FRAMEWORK_TRUSTED_ROOTS"] = system }),
                Of("all roots, file and folder", new() { ["SSL_CERT_FILE"] = system, ["SSL_CERT_DIR"] = SystemFolder }),
                Of("Amazon's roots", new() { ["FRAMEWORK_TRUSTED_ROOTS"] = amazon }),
            ],
            spawns, rounds: 1, invocations: 1);
        Console.WriteLine($"{File.ReadLines(system).Count(line => line.StartsWith("-----BEGIN", StringComparison.Ordinal))} roots in the file");
        var (wall, cpu) = await measurement.ColdStartAsync();
        var report = new Report(["all roots, one file", "all roots, file and folder", "Amazon's roots"]);
        report.Write("first response, ms", "0.0", wall);
        report.Write("first response, ms of CPU", "0.0", cpu);
        Console.WriteLine($"Amazon's roots against all in one file: {wall[2] / wall[0]:0.00}; at most 0.45");
        folder.Delete(recursive: true);

        Candidate Of(string name, Dictionary<string, string> environment)
        {
            environment["AWS_ENDPOINT_URL_DYNAMODB"] = front.Address.AbsoluteUri;
            environment["FRAMEWORK_CURSOR_KEY"] = Convert.ToBase64String(new byte[32]);
            return service with { Name = name, Environment = environment };
        }

        string Bundle(string name, string file)
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllText(path, $"{authority.Pem}\n{File.ReadAllText(file)}");
            return path;
        }
    }

    private static byte[] SignedIn()
    {
        var request = JsonNode.Parse(FunctionUnderTest.Event)!;
        request["requestContext"]!["authorizer"] = new JsonObject
        {
            ["jwt"] = new JsonObject { ["claims"] = new JsonObject { ["sub"] = "ann" } },
        };
        return System.Text.Encoding.UTF8.GetBytes(request.ToJsonString());
    }

    private static async Task CreateTableAsync(Uri endpoint)
    {
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = endpoint.AbsoluteUri, AuthenticationRegion = "eu-central-1" });
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = "todos",
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("owner", KeyType.HASH), new("id", KeyType.RANGE)],
            AttributeDefinitions = [new("owner", ScalarAttributeType.S), new("id", ScalarAttributeType.S)],
        });
    }
}
