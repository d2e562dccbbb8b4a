namespace Framework.Problems;

/// <summary>Which problems the exceptions of the service's own code are, wherever they are thrown. One that is not mapped is a
/// logged 500.</summary>
public sealed class ProblemMap
{
    private readonly List<(Type Type, Func<Exception, Problem?> Map)> _maps = [];
    private bool _isFrozen;

    /// <summary>Maps an exception, and those that derive from it, to a problem. Of several that fit, the most derived one comes
    /// first, in any order of these calls. A problem with a status of 500 and more is logged with its exception.</summary>
    /// <typeparam name="TException">The exception. A <see cref="ProblemException"/> may be mapped to another problem too.</typeparam>
    /// <param name="map">Makes the problem. Null leaves the exception to the mapping of a less derived one. What it throws is
    /// logged, and the response is a 500.</param>
    /// <exception cref="InvalidOperationException">The exception is mapped already, or the service is built.</exception>
    public ProblemMap Map<TException>(Func<TException, Problem?> map)
        where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(map);
        if (_isFrozen)
            throw new InvalidOperationException("The service is built: map its exceptions before Build().");
        if (_maps.Any(known => known.Type == typeof(TException)))
            throw new InvalidOperationException($"{typeof(TException).Name} is mapped to a problem twice: keep one of the two.");
        // Before the first that it derives from, and so behind all that derive from it.
        var place = _maps.FindIndex(known => typeof(TException).IsSubclassOf(known.Type));
        _maps.Insert(place < 0 ? _maps.Count : place, (typeof(TException), exception => exception is TException typed ? map(typed) : null));
        return this;
    }

    /// <summary>The problem that an exception is; null where it is none.</summary>
    internal Problem? Find(Exception exception)
    {
        foreach (var (_, map) in _maps)
        {
            if (map(exception) is { } problem)
                return problem;
        }
        return (exception as ProblemException)?.Problem;
    }

    /// <summary>Marks the service as built: the map does not change any more.</summary>
    internal void Freeze() => _isFrozen = true;
}
