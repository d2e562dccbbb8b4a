namespace Framework.Package.Tests.Shapes;

/// <summary>What a project's file holds.</summary>
internal static class References
{
    public const string Exe = "<OutputType>Exe</OutputType>";
    public const string Framework = """<PackageReference Include="Framework" Version="0.1.0" />""";
    public const string DynamoDB = """<PackageReference Include="Framework.DynamoDB" Version="0.1.0" />""";
    public const string Local = """<PackageReference Include="Framework.Local" Version="0.1.0" />""";
    public const string LocalUnlessPublished =
        """<PackageReference Include="Framework.Local" Version="0.1.0" Condition="'$(_IsPublishing)' != 'true'" />""";
    public const string Testing = """<PackageReference Include="Framework.Testing" Version="0.1.0" />""";
    public const string Xunit = """<PackageReference Include="xunit.v3" Version="4.0.2" />""";
}
