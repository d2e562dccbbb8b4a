using Framework.Resources;

namespace Framework.Deployment.Model;

/// <summary>Some actions that a function may call, and why.</summary>
/// <param name="Reason">The class and the constructor parameter that it comes from.</param>
/// <param name="Actions">The IAM actions.</param>
/// <param name="Table">The table that they are for; null where <paramref name="Arn"/> says it.</param>
/// <param name="Arn">The ARN that they are for, with CloudFormation's <c>${AWS::Region}</c> and the like.</param>
internal sealed record Permission(string Reason, IReadOnlyList<string> Actions, TableResource? Table, string? Arn);
