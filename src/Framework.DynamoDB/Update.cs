namespace Framework.DynamoDB;

/// <summary>Starts updates.</summary>
public static class Update
{
    /// <summary>An update that changes nothing yet.</summary>
    /// <typeparam name="T">The item.</typeparam>
    public static Update<T> Of<T>()
        where T : class => new();
}
