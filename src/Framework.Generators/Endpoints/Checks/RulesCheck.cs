using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Checks;

/// <summary>Finds rules of bodies that the service could not run.</summary>
internal static class RulesCheck
{
    // Where other rules of the body can run, rules that cannot are parts of them: for Include or SetValidator.
    public static IEnumerable<DiagnosticInfo> Find(EquatableArray<EndpointModel> endpoints, EquatableArray<RulesModel> rules) =>
        from endpoint in endpoints
        let own = Of(endpoint, rules)
        where own.Count > 0 && own.All(validator => !validator.IsUsable)
        select DiagnosticInfo.Of(EndpointDiagnostics.UnusableRules, own[0].Unusable, own[0].Name, endpoint.Name);

    /// <summary>The rules of an endpoint's body, and of a record of its query.</summary>
    public static EquatableArray<RulesModel> Of(EndpointModel endpoint, EquatableArray<RulesModel> rules) =>
        rules.Where(validator => endpoint.Parameters.Any(parameter => parameter.IsChecked && parameter.BareTypeName == validator.Validated)).Concat(endpoint.SharedRules).ToEquatableArray();
}
