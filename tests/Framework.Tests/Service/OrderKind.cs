namespace Framework.Tests.Service;

public enum OrderKind
{
    Small,
    Large,
}
