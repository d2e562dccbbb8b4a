using Framework.Deployment.Model;
using Framework.Deployment.Stages;
using Framework.Deployment.Tests.Support;

namespace Framework.Deployment.Tests.Deploying;

/// <summary><c>deployment.json</c>.</summary>
public sealed class StageFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("dev", false)]
    [InlineData("prod", true)]
    public void Without_the_file_prod_alone_is_protected(string stage, bool isProtected)
    {
        var read = StageFile.Read(_folder.Path, stage);

        Assert.Equal((null, null, isProtected), (read.Region, read.Bucket, read.IsProtected));
    }

    [Fact]
    public void Parameters_of_a_stage_are_added_to_those_of_all()
    {
        _folder.Write("deployment.json", """
            {
              // for all
              "parameters": { "A": "1", "B": "2" },
              "stages": { "prod": { "protected": false, "parameters": { "B": "3" } } },
            }
            """);

        var prod = StageFile.Read(_folder.Path, "prod");

        Assert.False(prod.IsProtected);
        Assert.Equal(["A=1", "B=3"], prod.Parameters.Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Equal("2", StageFile.Read(_folder.Path, "dev").Parameters["B"]);
    }

    [Theory]
    [InlineData("[]", "In deployment.json, it must be an object.")]
    [InlineData("{", "deployment.json is no JSON: ")]
    [InlineData("""{"regoin":"x"}""", "deployment.json has the field regoin, which is none of region, bucket, protected, parameters, stages.")]
    [InlineData("""{"region":1}""", "In deployment.json, region must be a text.")]
    [InlineData("""{"protected":"yes"}""", "In deployment.json, protected must be true or false.")]
    [InlineData("""{"parameters":{"A":1}}""", "In deployment.json, A must be a text.")]
    [InlineData("""{"stages":[]}""", "In deployment.json, stages must be an object.")]
    [InlineData("""{"stages":{"dev":{"stages":{}}}}""", "deployment.json has the field stages, which is none of region, bucket, protected, parameters.")]
    public void What_is_wrong_is_one_sentence(string text, string sentence)
    {
        _folder.Write("deployment.json", text);

        Assert.StartsWith(sentence, Assert.Throws<DeploymentException>(() => StageFile.Read(_folder.Path, "dev")).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
