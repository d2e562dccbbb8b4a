using System.Text.Json.Nodes;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Model;
using Framework.Deployment.Reading;
using Framework.Deployment.Yaml;

namespace Framework.Deployment.Tests;

/// <summary>A template that is read is the one that was written.</summary>
public sealed class YamlReaderTests
{
    [Fact]
    public void What_was_written_is_read()
    {
        foreach (var (_, template) in TemplateWriter.Write(ModelReader.Read(TodoService.Build(), TodoService.Page)).Files)
            Assert.Equal(WithoutComments(template)!.ToJsonString(), YamlReader.Read(YamlWriter.Write(template)).ToJsonString());
    }

    [Theory]
    [InlineData("A: !Ref B", """{"A":{"Ref":"B"}}""")]
    [InlineData("A: !GetAtt B.C.D", """{"A":{"Fn::GetAtt":["B","C.D"]}}""")]
    [InlineData("A: !GetAtt [B, C]", """{"A":{"Fn::GetAtt":["B","C"]}}""")]
    [InlineData("A: !Join ['', [a, !Ref B]]", """{"A":{"Fn::Join":["",["a",{"Ref":"B"}]]}}""")]
    [InlineData("A: !If [C, 1, '1']", """{"A":{"Fn::If":["C",1,"1"]}}""")]
    [InlineData("{\"A\": [1, true, null, 1.5, \"x\"]}", """{"A":[1,true,null,1.5,"x"]}""")]
    [InlineData("A: '2012-10-17'", """{"A":"2012-10-17"}""")]
    [InlineData("A: 2012-10-17", """{"A":"2012-10-17"}""")]
    public void Short_tags_are_written_out(string yaml, string json) => Assert.Equal(json, YamlReader.Read(yaml).ToJsonString());

    [Theory]
    [InlineData("[1]", "The template is no mapping.")]
    [InlineData("A: [", "The template cannot be read: line ")]
    [InlineData("A: &x 1\nB: *x", "The template has an alias")]
    [InlineData("", "The template cannot be read")]
    public void What_is_no_template_is_one_sentence(string yaml, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<DeploymentException>(() => YamlReader.Read(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_template_without_end_is_refused() =>
        Assert.StartsWith("The template is nested deeper", Assert.Throws<DeploymentException>(() => YamlReader.Read("A: " + new string('[', 100_000))).Message, StringComparison.Ordinal);

    private static JsonNode? WithoutComments(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Where(pair => pair.Key != Cfn.Comment).Select(pair => KeyValuePair.Create(pair.Key, WithoutComments(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(WithoutComments)]),
        _ => node?.DeepClone(),
    };
}
