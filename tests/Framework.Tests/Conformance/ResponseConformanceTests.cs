using System.Text.Json.Nodes;
using Framework.Dispatch;
using Framework.Runtime;

namespace Framework.Tests.Conformance;

/// <summary>Each response of <c>tests/fixtures/responses</c>, through each front door.</summary>
public sealed class ResponseConformanceTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "fixtures", "responses");

    public static TheoryData<string> Responses => [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [MemberData(nameof(Responses))]
    public void A_response_survives_every_front_door(string name)
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.json")))!.AsObject();
        var response = LogicalResponse.Read(file);
        var type = file["contentType"]?.GetValue<string>();
        foreach (var frontDoor in FrontDoorUnderTest.All)
        {
            var output = new ResponseBuffer();
            Dispatcher.CodecOf(frontDoor.Shape).Encode(response, withBody: true, output);

            var read = frontDoor.Read(JsonNode.Parse(output.Body.Span)!.AsObject());

            Assert.Equal(response.StatusCode, read.Status);
            Assert.Equal(response.Cookies, read.Cookies);
            Assert.Equal(response.Body.ToArray(), read.Body);
            Assert.Equal(type, read.Headers.GetValueOrDefault("content-type"));
            Assert.All(response.Headers, header => Assert.Equal(header.Value, read.Headers[header.Name]));
            Assert.Equal(response.Headers.Count + (type is null || response.Headers["content-type"] is not null ? 0 : 1), read.Headers.Count);
        }
    }
}
