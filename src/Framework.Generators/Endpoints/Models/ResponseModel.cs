namespace Framework.Generators.Endpoints.Models;

/// <summary>The response of HandleAsync.</summary>
/// <param name="Kind">What its task holds.</param>
/// <param name="Outcomes">What the response may be, one or more.</param>
internal sealed record ResponseModel(ResponseKind Kind, EquatableArray<OutcomeModel> Outcomes)
{
    public ResponseModel(ResponseKind kind, OutcomeModel only) : this(kind, new EquatableArray<OutcomeModel>([only]))
    {
    }

    /// <summary>The only outcome, or the first.</summary>
    public OutcomeModel First => Outcomes[0];

    /// <summary>The outcomes with JSON, one of each type.</summary>
    public IReadOnlyList<OutcomeModel> Json =>
        [.. Outcomes.Where(outcome => outcome.ValueType is not null).GroupBy(outcome => outcome.ValueType).Select(same => same.First())];
}
