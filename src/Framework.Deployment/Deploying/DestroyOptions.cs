namespace Framework.Deployment.Deploying;

/// <summary>What the command line of <c>destroy</c> says.</summary>
/// <param name="DeletesData">Whether what the template keeps is deleted as well.</param>
/// <param name="IsConfirmed">Whether nobody is asked.</param>
/// <param name="AllowsProtected">Whether a stack that is protected may be deleted.</param>
internal sealed record DestroyOptions(bool DeletesData, bool IsConfirmed, bool AllowsProtected);
