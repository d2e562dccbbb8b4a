using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Framework.Local.WebSockets;

/// <summary>Puts a <see cref="FrameStream"/> between a connection and who reads its messages.</summary>
internal sealed class FrameUpgrade(IHttpUpgradeFeature inner, int maxFrame) : IHttpUpgradeFeature
{
    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    /// <summary>Whether the client has begun a frame that is too long.</summary>
    public bool IsTooLarge => Stream?.IsTooLarge ?? false;

    /// <summary>Whether the client has closed the connection without a status.</summary>
    public bool HasEmptyClose => Stream?.HasEmptyClose ?? false;

    private FrameStream? Stream { get; set; }

    /// <summary>Does so for a request that asks for a connection.</summary>
    public static Task UseAsync(HttpContext http, RequestDelegate next, int maxFrame)
    {
        if (http.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
            http.Features.Set<IHttpUpgradeFeature>(new FrameUpgrade(upgrade, maxFrame));
        return next(http);
    }

    public async Task<Stream> UpgradeAsync() => Stream = new FrameStream(await inner.UpgradeAsync(), maxFrame);
}
