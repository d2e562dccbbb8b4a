namespace Framework.Tests.Conformance;

/// <summary>What an event has where there is nothing to say. AWS's own events differ in it.</summary>
internal enum EmptyValue
{
    Absent,
    Null,
    EmptyObject,
}
