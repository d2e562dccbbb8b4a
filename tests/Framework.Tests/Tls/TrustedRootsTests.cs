using Framework.Resources;
using Framework.Runtime;
using Framework.Tls;

namespace Framework.Tests.Tls;

public sealed class TrustedRootsTests : IDisposable
{
    private const string Amazon = "Amazon's own";
    private const string System = "the system's";

    private readonly DirectoryInfo _function = Directory.CreateTempSubdirectory();

    public TrustedRootsTests() => File.WriteAllText(Path.Combine(_function.FullName, "amazon-roots.pem"), "");

    public void Dispose() => _function.Delete(recursive: true);

    [Theory]
    [InlineData(Egress.Aws, Amazon)]
    [InlineData(Egress.Anywhere, System)]
    public void A_function_that_calls_AWS_alone_trusts_Amazon_s_roots_and_others_trust_all(Egress egress, string expected) =>
        Assert.Equal(expected, Choose(egress).Description);

    [Theory]
    [InlineData("AWS_ENDPOINT_URL", "https://dynamodb.example.com")]
    [InlineData("AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:8000")]
    [InlineData("AWS_ENDPOINT_URL_SQS", "http://localhost:4100")]
    [InlineData("HTTPS_PROXY", "http://proxy:3128")]
    [InlineData("https_proxy", "http://proxy:3128")]
    [InlineData("ALL_PROXY", "http://proxy:3128")]
    [InlineData("AWS_PROFILE", "other")]
    [InlineData("AWS_CONFIG_FILE", "/var/task/config")]
    [InlineData("AWS_REGION", "cn-north-1")]
    [InlineData("AWS_REGION", "us-gov-west-1")]
    [InlineData("AWS_REGION", "us-iso-east-1")]
    [InlineData("AWS_REGION", "us-isob-east-1")]
    [InlineData("AWS_REGION", "eu-isoe-west-1")]
    [InlineData("AWS_REGION", "eusc-de-east-1")]
    [InlineData("AWS_REGION", "")]
    public void Where_its_servers_may_be_others_than_the_partition_aws_has_it_trusts_all(string variable, string value) =>
        Assert.Equal(System, Choose(Egress.Aws, (variable, value)).Description);

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("eu-central-2")]
    [InlineData("ap-southeast-7")]
    [InlineData("mx-central-1")]
    [InlineData("me-south-1")]
    [InlineData("il-central-1")]
    [InlineData("af-south-1")]
    [InlineData("ca-west-1")]
    [InlineData("sa-east-1")]
    public void Every_region_of_the_partition_aws_has_Amazon_s_roots(string region) =>
        Assert.Equal(Amazon, Choose(Egress.Aws, ("AWS_REGION", region)).Description);

    [Theory]
    [InlineData("amazon", Egress.Anywhere, Amazon)]
    [InlineData("system", Egress.Aws, System)]
    public void The_variable_overrides_the_choice(string setting, Egress egress, string expected) =>
        Assert.Equal(expected, Choose(egress, (TrustedRoots.Variable, setting)).Description);

    [Fact]
    public void The_variable_may_name_a_file()
    {
        var file = Path.Combine(_function.FullName, "amazon-roots.pem");

        Assert.Equal(file, Choose(Egress.Aws, (TrustedRoots.Variable, file)).Bundle);
    }

    [Fact]
    public void A_variable_that_names_no_file_is_refused_at_start()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Choose(Egress.Aws, (TrustedRoots.Variable, "Amazon")));

        Assert.Equal(
            "FRAMEWORK_TRUSTED_ROOTS is 'Amazon', which is not a file: set it to amazon, system, or the path of a PEM file.",
            exception.Message);
    }

    [Theory]
    [InlineData("SSL_CERT_FILE")]
    [InlineData("SSL_CERT_DIR")]
    public void What_the_function_s_configuration_says_of_certificates_stays(string variable) =>
        Assert.Null(Choose(Egress.Aws, (variable, "/opt/roots")).Bundle);

    [Fact]
    public void A_function_without_the_file_of_Amazon_s_roots_trusts_all_unless_it_asks_for_them()
    {
        _function.GetFiles().Single().Delete();

        Assert.Equal(System, Choose(Egress.Aws).Description);
        Assert.Throws<InvalidOperationException>(() => Choose(Egress.Aws, (TrustedRoots.Variable, "amazon")));
    }

    private TrustedRoots Choose(Egress egress, params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string> { ["LAMBDA_TASK_ROOT"] = _function.FullName, ["AWS_REGION"] = "eu-central-1" };
        foreach (var (name, value) in variables)
            all[name] = value;
        return TrustedRoots.Choose(new LambdaEnvironment(all.GetValueOrDefault), egress);
    }
}
