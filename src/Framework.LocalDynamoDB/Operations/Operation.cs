using System.Text.Json;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>One operation of the API: what a request looks like, and what it does.</summary>
internal abstract class Operation(params Member[] members)
{
    private readonly Structure _request = new("Request", members);

    public abstract string Name { get; }

    /// <param name="request">The body.</param>
    /// <param name="host">The host name and port that the client used.</param>
    /// <param name="response">Where to write the response.</param>
    public void Run(JsonElement request, string host, Utf8JsonWriter response)
    {
        _request.CheckType(request);
        CheckBeforeConstraints(request);
        var violations = new Violations();
        _request.CheckConstraints(request, "", violations);
        violations.ThrowIfAny();
        Execute(request, host, response);
    }

    /// <summary>Rules that the service checks before the constraints of single members.</summary>
    protected virtual void CheckBeforeConstraints(JsonElement request)
    {
    }

    protected virtual void Execute(JsonElement request, string host, Utf8JsonWriter response) => Execute(request, response);

    /// <summary>Checks the request as a whole, carries it out and writes the response.</summary>
    protected abstract void Execute(JsonElement request, Utf8JsonWriter response);
}
