using System.Net;

namespace Framework.LocalDynamoDB;

/// <summary>Where a <see cref="LocalDynamoDB"/> keeps its data and listens.</summary>
public sealed class LocalDynamoDBOptions
{
    /// <summary>Path of the data file, created where it does not exist; null keeps everything in memory.</summary>
    public string? DataFile { get; init; }

    /// <summary>The address to listen on. The default, <see cref="IPAddress.Loopback"/>, stands for 127.0.0.1 and ::1: this
    /// machine alone. Any other opens it to the network: every client that reaches it may read and write everything.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0, the default, takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether web pages of any origin may write to it and read from it, as DynamoDB itself allows. False by
    /// default: otherwise any page in a browser on this machine could do it.</summary>
    public bool AllowOtherOrigins { get; init; }

    /// <summary>The time for creation dates, streams and time to live.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// How long a table is CREATING, UPDATING or DELETING, during which operations on it fail as they do in AWS. Zero,
    /// the default, makes it ACTIVE at once; about 500 ms reveal code that does not wait for its tables.
    /// </summary>
    public TimeSpan TransitionTime { get; init; }

    /// <summary>
    /// How often items past their time to live, and stream records older than a day, are deleted: a minute by default. The
    /// service takes up to some days. <see cref="Timeout.InfiniteTimeSpan"/> deletes none.
    /// </summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether all access keys and regions see the same tables. True by default; false gives each access key and region
    /// its own tables, as DynamoDB and DynamoDB Local do. Their data files are then in the folder of <see cref="DataFile"/>.
    /// </summary>
    public bool IsShared { get; init; } = true;

    /// <summary>The one access key that may call, whose signature is then checked. Null, the default, lets any key call, with
    /// any signature.</summary>
    public LocalAccessKey? AccessKey { get; init; }

    internal EngineSettings Settings => new() { Clock = Clock, TransitionTime = TransitionTime, SweepInterval = SweepInterval };
}
