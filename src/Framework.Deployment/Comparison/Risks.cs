using System.Globalization;
using System.Text.Json.Nodes;

namespace Framework.Deployment.Comparison;

/// <summary>Finds what must be confirmed in a change: a replacement, data that is lost, a permission that becomes wider.</summary>
internal static class Risks
{
    // They hold nothing, and nobody knows them by their address: to make them anew changes nothing for anybody.
    private static readonly string[] Harmless = ["AWS::Lambda::Permission", "AWS::Lambda::Version", "AWS::ApiGateway::Deployment"];

    /// <summary>The risks of a resource that is new.</summary>
    public static IEnumerable<Risk> OfAdded(JsonObject after) => TemplateMeaning.TypeOf(after) is "AWS::IAM::Policy" or "AWS::IAM::ManagedPolicy"
        ? GrantReader.Read(after).Select(Wider)
        : GrantReader.Read(after).Where(grant => grant.Action == "*" || (grant.Principal == "*" && grant.Condition.Length == 0)).Select(Wider);

    /// <summary>The risks of a resource that is no longer in the template.</summary>
    public static IEnumerable<Risk> OfRemoved(JsonObject before)
    {
        if (ReplacementFacts.Stateful.Contains(TemplateMeaning.TypeOf(before)) && !IsKept(before, "DeletionPolicy"))
            yield return new Risk(RiskKind.DeletesData, "it is deleted with what is in it");
        foreach (var statement in GrantReader.Denied(before))
            yield return new Risk(RiskKind.Widens, $"no longer denied: {statement}");
    }

    /// <summary>The risks of a resource that changes.</summary>
    public static IEnumerable<Risk> OfChanged(JsonObject before, JsonObject after, IReadOnlyList<PropertyChange> changes)
    {
        var type = TemplateMeaning.TypeOf(before);
        var causes = TemplateMeaning.TypeOf(after) != type ? ["Type"] : changes.Where(change => IsReplaced(type, change)).Select(change => change.Path).ToList();
        if (causes.Count > 0 && !Harmless.Contains(type))
            yield return new Risk(RiskKind.Replaces, $"it is made anew, as {string.Join(" and ", causes)} cannot change in place{Data(type, before)}");
        if (causes.Count > 0 && ReplacementFacts.Stateful.Contains(type) && !IsKept(before, "UpdateReplacePolicy") && !IsKept(after, "UpdateReplacePolicy"))
            yield return new Risk(RiskKind.DeletesData, "the one before is deleted with what is in it");
        foreach (var risk in OfData(type, before, after, changes).Concat(Opened(changes)).Concat(OfGrants(before, after)))
            yield return risk;
    }

    private static bool IsReplaced(string type, PropertyChange change) => change.Path.StartsWith("Properties.", StringComparison.Ordinal)
        && ReplacementFacts.CausesReplacement(type, change.Path["Properties.".Length..]);

    private static string Data(string type, JsonObject before) => ReplacementFacts.Stateful.Contains(type) && IsKept(before, "UpdateReplacePolicy")
        ? "; the new one is empty, and the one before stays beside it"
        : "";

    private static IEnumerable<Risk> OfData(string type, JsonObject before, JsonObject after, IReadOnlyList<PropertyChange> changes)
    {
        if (ReplacementFacts.Stateful.Contains(type) && IsKept(before, "DeletionPolicy") && !IsKept(after, "DeletionPolicy"))
            yield return new Risk(RiskKind.DeletesData, "it is no longer kept when it leaves the stack");
        foreach (var change in changes)
        {
            if (change.Path == "Properties.RetentionInDays" && Days(change.After) < Days(change.Before))
                yield return new Risk(RiskKind.DeletesData, $"logs older than {change.After} days are deleted");
            if (change.Path.StartsWith("Properties.TimeToLiveSpecification", StringComparison.Ordinal) && change.After is not null)
                yield return new Risk(RiskKind.DeletesData, "items whose time to live has come are deleted");
            if (change.Path.StartsWith("Properties.PointInTimeRecoverySpecification", StringComparison.Ordinal) && change.After?.ToString() is null or "false")
                yield return new Risk(RiskKind.DeletesData, "backups of the last days are deleted");
        }
    }

    // Logs without a limit are kept for ever.
    private static int Days(JsonNode? value) => int.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var days) ? days : int.MaxValue;

    private static IEnumerable<Risk> Opened(IReadOnlyList<PropertyChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.Path is "Properties.AuthorizationType" or "Properties.AuthType" && change.After?.ToString() is "NONE" or null)
                yield return new Risk(RiskKind.Widens, "it is open to callers without a token");
            if (change.Path.StartsWith("Properties.AuthorizationScopes", StringComparison.Ordinal) && change.Before is not null && change.After is null)
                yield return new Risk(RiskKind.Widens, $"it no longer asks for {change.Before.ToJsonString()}");
            if (change.Path == "Properties.AllowUnauthenticatedIdentities" && change.After?.ToString() == "true")
                yield return new Risk(RiskKind.Widens, "it gives credentials to everybody");
            if (change.Path.StartsWith("Properties.PublicAccessBlockConfiguration", StringComparison.Ordinal) && change.After?.ToString() is null or "false")
                yield return new Risk(RiskKind.Widens, "it may become public");
        }
    }

    private static IEnumerable<Risk> OfGrants(JsonObject before, JsonObject after)
    {
        var old = GrantReader.Read(before);
        foreach (var grant in GrantReader.Read(after).Where(grant => !old.Any(other => other.Covers(grant))))
            yield return Wider(grant);
        foreach (var statement in GrantReader.Denied(before).Except(GrantReader.Denied(after)))
            yield return new Risk(RiskKind.Widens, $"no longer denied: {statement}");
    }

    private static Risk Wider(Grant grant) => new(RiskKind.Widens, $"newly allowed: {grant}");

    private static bool IsKept(JsonObject resource, string policy) => resource[policy]?.ToString() is "Retain" or "Snapshot" or "RetainExceptOnCreate";
}
