namespace Framework.Generators.Endpoints.Models;

/// <summary>The response of HandleAsync.</summary>
/// <param name="Kind">What HandleAsync returns, or its task holds.</param>
/// <param name="Outcomes">What the response may be, one or more.</param>
/// <param name="IsAwaited">Whether HandleAsync returns a task.</param>
internal sealed record ResponseModel(ResponseKind Kind, EquatableArray<OutcomeModel> Outcomes, bool IsAwaited = true)
{
    public ResponseModel(ResponseKind kind, OutcomeModel only) : this(kind, new EquatableArray<OutcomeModel>([only]))
    {
    }

    /// <summary>The only outcome, or the first.</summary>
    public OutcomeModel First => Outcomes[0];

    /// <summary>The outcomes with JSON, one of each type.</summary>
    public IReadOnlyList<OutcomeModel> Json => OneOfEachType(Outcomes.Where(outcome => outcome.IsJson));

    /// <summary>Those of one JSON value, one of each type.</summary>
    public IReadOnlyList<OutcomeModel> Values => OneOfEachType(Outcomes.Where(outcome => outcome.IsJson && outcome.Stream is null));

    /// <summary>Those that are streamed.</summary>
    public IReadOnlyList<OutcomeModel> Streams => [.. Outcomes.Where(outcome => outcome.Stream is not null).Distinct()];

    private static IReadOnlyList<OutcomeModel> OneOfEachType(IEnumerable<OutcomeModel> outcomes) =>
        [.. outcomes.GroupBy(outcome => outcome.ValueType).Select(same => same.First())];
}
