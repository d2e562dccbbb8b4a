namespace Framework.DynamoDB;

/// <summary>What became of a batch.</summary>
public static class BatchResults
{
    /// <summary>Throws the first error, where there is one.</summary>
    /// <exception cref="Errors.TableException">An item was not written.</exception>
    public static async Task ThrowOnErrorAsync(this Task<IReadOnlyList<BatchResult>> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if ((await batch).FirstOrDefault(result => result.Error is not null) is { Error: { } error })
            throw error;
    }
}
