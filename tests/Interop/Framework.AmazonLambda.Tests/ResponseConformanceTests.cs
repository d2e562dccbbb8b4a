using System.Text.Json.Nodes;
using Framework.Dispatch;
using Framework.Runtime;
using Framework.Tests.Conformance;

namespace Framework.AmazonLambda.Tests;

/// <summary>Each response of <c>tests/fixtures/responses</c>, through Amazon's types.</summary>
public sealed class ResponseConformanceTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "fixtures", "responses");

    public static TheoryData<string> Responses => [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [MemberData(nameof(Responses))]
    public void A_response_comes_through_Amazon_s_types_unchanged(string name)
    {
        var response = LogicalResponse.Read(JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.json")))!.AsObject());
        foreach (var frontDoor in FrontDoorUnderTest.All.Where(door => door is PayloadV1 or PayloadV2))
        {
            var output = new ResponseBuffer();
            Dispatcher.CodecOf(frontDoor.Shape).Encode(response, withBody: true, output);
            var json = frontDoor is PayloadV2
                ? AmazonTypes.Write(HttpApiResponse.Read(output.Body))
                : AmazonTypes.Write(RestApiResponse.Read(output.Body));

            var read = frontDoor.Read(json);

            Assert.Equal(response.StatusCode, read.Status);
            Assert.Equal(response.Cookies, read.Cookies);
            Assert.Equal(response.Body.ToArray(), read.Body);
            Assert.All(response.Headers, header => Assert.Equal(header.Value, read.Headers[header.Name]));
        }
    }
}
