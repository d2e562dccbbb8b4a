using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Framework.Tests.Tls;

/// <summary>The file of Amazon's roots, held against <see href="https://www.amazontrust.com/repository/"/>.</summary>
public sealed class AmazonRootsTests
{
    private static readonly (string Name, int LastYear, string Fingerprint)[] Expected =
    [
        ("Amazon Root CA 1", 2038, "8ECDE6884F3D87B1125BA31AC3FCB13D7016DE7F57CC904FE1CB97C6AE98196E"),
        ("Amazon Root CA 2", 2040, "1BA5B2AA8C65401A82960118F80BEC4F62304D83CEC4713A19C39C011EA46DB4"),
        ("Amazon Root CA 3", 2040, "18CE6CFE7BF14E60B2E347B8DFE868CB31D02EBB3ADA271569F50343B46DB3A4"),
        ("Amazon Root CA 4", 2040, "E35D28419ED02025CFA69038CD623962458DA5C695FBDEA3C22B0BFB25897092"),
        ("Starfield Services Root Certificate Authority - G2", 2037, "568D6905A2C88708A4B3025190EDCFEDB1974A606A13C6E5290FCB2AE63EDAB5"),
    ];

    [Fact]
    public void It_holds_the_five_of_Amazon_Trust_Services_and_no_other()
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(Source());

        Assert.Equal(Expected, roots.Select(root => (
            root.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            root.NotAfter.ToUniversalTime().Year,
            root.GetCertHashString(HashAlgorithmName.SHA256))));
        Assert.All(roots, root => Assert.Equal(root.Subject, root.Issuer));
    }

    private static string Source([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "../../../src/Framework/build/amazon-roots.pem");
}
