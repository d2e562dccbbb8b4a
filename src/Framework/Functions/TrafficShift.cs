namespace Framework.Functions;

/// <summary>How callers move from a function's old version to the new one: by CodeDeploy's configuration of the same name. An alarm of the
/// function in the meantime takes them back.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html">CodeDeploy's
/// documentation</see>.</remarks>
public enum TrafficShift
{
    /// <summary>All at once, without CodeDeploy.</summary>
    None,

    /// <summary>All at once, by CodeDeploy.</summary>
    LambdaAllAtOnce,

    /// <summary>A tenth, and the rest five minutes later.</summary>
    LambdaCanary10Percent5Minutes,

    /// <summary>A tenth, and the rest ten minutes later.</summary>
    LambdaCanary10Percent10Minutes,

    /// <summary>A tenth, and the rest fifteen minutes later.</summary>
    LambdaCanary10Percent15Minutes,

    /// <summary>A tenth, and the rest thirty minutes later.</summary>
    LambdaCanary10Percent30Minutes,

    /// <summary>A tenth more each minute.</summary>
    LambdaLinear10PercentEvery1Minute,

    /// <summary>A tenth more every two minutes.</summary>
    LambdaLinear10PercentEvery2Minutes,

    /// <summary>A tenth more every three minutes.</summary>
    LambdaLinear10PercentEvery3Minutes,

    /// <summary>A tenth more every ten minutes.</summary>
    LambdaLinear10PercentEvery10Minutes,
}
