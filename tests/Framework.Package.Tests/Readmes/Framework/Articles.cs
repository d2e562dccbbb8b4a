namespace Readme;

/// <summary>One article, which nobody changes.</summary>
internal sealed class Articles : IArticles
{
    public Task<Article?> FindAsync(string id) => Task.FromResult<Article?>(new Article(id, "", 1));

    public Task<Article> ReplaceAsync(string id, string text, long expectedVersion) => Task.FromResult(new Article(id, text, expectedVersion + 1));
}
