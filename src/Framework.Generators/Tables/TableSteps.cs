namespace Framework.Generators.Tables;

/// <summary>The names of the generator's steps, by which tests see which steps ran again.</summary>
internal static class TableSteps
{
    public const string Read = "Tables.Read";
    public const string Models = "Tables.Models";
    public const string ReadViews = "Tables.ReadViews";
    public const string Views = "Tables.Views";
    public const string Diagnostics = "Tables.Diagnostics";
}
