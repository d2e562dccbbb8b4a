using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables;

/// <summary>All that can be wrong with a type with <c>[Table]</c>; docs/diagnostics.md tells each at length.</summary>
internal static class TableDiagnostics
{
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "FWK201",
        "An item of a table must be partial",
        "'{0}' needs the modifier 'partial', so that its mapping can be generated into it");

    public static readonly DiagnosticDescriptor NoPartitionKey = Error(
        "FWK202",
        "An item of a table needs a partition key",
        "'{0}' has no partition key; mark one property with [PartitionKey]");

    public static readonly DiagnosticDescriptor RoleTwice = Error(
        "FWK203",
        "A role stands on one property only",
        "'{0}' has more than one [{1}]; keep one");

    public static readonly DiagnosticDescriptor UnsupportedKey = Error(
        "FWK204",
        "The type cannot be a key",
        "'{0}' of type '{1}' cannot be a key; a key is text, a number or binary, or a Guid, enum, DateTimeOffset, "
            + "DateOnly, TimeOnly or TimeSpan, and never null");

    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        "FWK205",
        "The type cannot be stored",
        "'{0}' of type '{1}' cannot be stored; {2}");

    public static readonly DiagnosticDescriptor DuplicateAttribute = Error(
        "FWK206",
        "Two properties share an attribute",
        "'{0}' and '{1}' are both stored as '{2}'; give one another name with [AttributeName]");

    public static readonly DiagnosticDescriptor VersionType = Error(
        "FWK207",
        "A version is an int or a long",
        "'{0}' has [Version] and is '{1}'; make it int or long");

    public static readonly DiagnosticDescriptor ExpiresAtType = Error(
        "FWK208",
        "An expiry is a DateTimeOffset",
        "'{0}' has [ExpiresAt] and is '{1}'; make it DateTimeOffset or DateTimeOffset?");

    public static readonly DiagnosticDescriptor ReservedMember = Error(
        "FWK209",
        "The name is that of a generated member",
        "'{0}' has the name of a generated member; name it otherwise, and keep the attribute with "
            + "[AttributeName(\"{1}\")]");

    public static readonly DiagnosticDescriptor NoConstructor = Error(
        "FWK210",
        "The item cannot be made from its attributes",
        "'{0}' needs a constructor whose parameters have the names and types of its stored properties, or none");

    public static readonly DiagnosticDescriptor RoleConflict = Error(
        "FWK211",
        "Attributes contradict each other",
        "'{0}' cannot have both [{1}] and [{2}]; keep one");

    public static readonly DiagnosticDescriptor UnsupportedDeclaration = Error(
        "FWK212",
        "The type cannot be the item of a table",
        "'{0}' is {1}; [Table] stands on a record or class that is neither generic, abstract nor static");

    public static readonly DiagnosticDescriptor InvalidAttributeName = Error(
        "FWK213",
        "The attribute's name is not valid",
        "'{0}' has an attribute's name of {1} bytes; DynamoDB takes 1 to {2}");

    public static readonly DiagnosticDescriptor NotAnEnum = Error(
        "FWK214",
        "Only an enum can be stored by its number",
        "'{0}' has [AsNumber] and is '{1}', not an enum; remove [AsNumber]");

    public static readonly DiagnosticDescriptor ScanInEndpoint = new(
        "FWK230",
        "A request does not read a whole table",
        "'{0}' calls '{1}', which reads, and pays for, the whole table with each request; query a partition or an index",
        "Framework.Tables",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: "docs/diagnostics.md#fwk230");

    public static readonly DiagnosticDescriptor UnsupportedUnique = Error(
        "FWK231",
        "The property cannot be unique",
        "'{0}' cannot be unique; a unique value is one that could be a key, and neither the key, the version nor the "
            + "expiry");

    public static readonly DiagnosticDescriptor UniqueNeedsTextKeys = Error(
        "FWK232",
        "Unique values need keys of text",
        "'{0}' is unique, which needs keys that are stored as text, and '{1}' is not; make it text");

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id,
        title,
        message,
        "Framework.Tables",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: $"docs/diagnostics.md#{id.ToLowerInvariant()}");
}
