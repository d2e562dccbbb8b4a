namespace Framework.DynamoDB.Tests.Engines;

/// <summary>A DynamoDB that the tests run against.</summary>
public interface IEngine
{
    /// <summary>Its address; null where it is not installed.</summary>
    Uri? Endpoint { get; }

    /// <summary>Whether the service registers a client of the SDK.</summary>
    bool HasOwnClient => false;
}
