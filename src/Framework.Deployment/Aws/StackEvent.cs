using System.Text.Json.Nodes;

namespace Framework.Deployment.Aws;

/// <summary>Something that happened to a resource of a stack.</summary>
/// <param name="Id">Names the event.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Status">Its new status.</param>
/// <param name="Reason">Why; empty where nothing is said.</param>
internal sealed record StackEvent(string Id, StackResource Resource, string Status, string Reason)
{
    /// <summary>Whether it says why something failed, and not that it was given up because something else failed.</summary>
    public bool IsFault => Status.EndsWith("_FAILED", StringComparison.Ordinal) && !Reason.Contains("cancelled", StringComparison.OrdinalIgnoreCase);

    public bool IsEnd => Status.EndsWith("_COMPLETE", StringComparison.Ordinal) || Status.EndsWith("_FAILED", StringComparison.Ordinal);

    public static StackEvent Read(JsonNode one) => new(
        one["EventId"]!.GetValue<string>(), StackResource.Read(one), one["ResourceStatus"]?.GetValue<string>() ?? "", one["ResourceStatusReason"]?.GetValue<string>() ?? "");
}
