namespace Framework.DynamoDB.Tests.Items;

[Flags]
public enum Rights : long
{
    None = 0,
    Read = 1,
    Write = 2,
    Share = 1L << 40,
}
