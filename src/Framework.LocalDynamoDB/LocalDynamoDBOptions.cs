using System.Net;

namespace Framework.LocalDynamoDB;

/// <summary>Where a <see cref="LocalDynamoDB"/> keeps its data and listens.</summary>
public sealed class LocalDynamoDBOptions
{
    /// <summary>Path of the data file, created where it does not exist; null keeps everything in memory.</summary>
    public string? DataFile { get; init; }

    /// <summary>The address to listen on. The default, <see cref="IPAddress.Loopback"/>, stands for 127.0.0.1 and ::1: this
    /// machine alone. Any other opens it to the network: whoever reaches it may read and write everything.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0, the default, takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether web pages of any origin may write to it and read from it, as DynamoDB itself lets them. False by
    /// default: else any page in a browser on this machine could.</summary>
    public bool AllowOtherOrigins { get; init; }

    /// <summary>The time for creation dates, streams and time to live.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// How long a table is CREATING, UPDATING or DELETING, during which operations on it fail as they do in AWS. Zero,
    /// the default, makes it ACTIVE at once; some 500 ms show up code that does not wait for its tables.
    /// </summary>
    public TimeSpan TransitionTime { get; init; }
}
