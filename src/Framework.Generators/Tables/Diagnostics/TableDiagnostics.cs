using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Diagnostics;

/// <summary>The diagnostics of types with <c>[Table]</c>. docs/diagnostics.md describes each.</summary>
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
        "Two properties have the same role",
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
        "'{0}' is {1}; use a record or class that is neither generic, static nor abstract, or a record with [DerivedType]");

    public static readonly DiagnosticDescriptor InvalidAttributeName = Error(
        "FWK213",
        "The attribute's name is not valid",
        "'{0}' has an attribute's name of {1} bytes; DynamoDB takes 1 to {2}");

    public static readonly DiagnosticDescriptor NotAnEnum = Error(
        "FWK214",
        "Only an enum can be stored by its number",
        "'{0}' has [AsNumber] and is '{1}', not an enum; remove [AsNumber]");

    public static readonly DiagnosticDescriptor UnknownPlaceholder = Error(
        "FWK215",
        "A placeholder names a stored property",
        "The template '{0}' names '{1}', which is no stored property; name one, letter by letter");

    public static readonly DiagnosticDescriptor UnsupportedPlaceholder = Error(
        "FWK216",
        "The type cannot be part of a key's template",
        "'{0}' of type '{1}' cannot be part of a key's template; use text, an integer, a Guid, an enum that is stored by "
            + "name, DateTimeOffset, DateOnly or TimeOnly, null only in an [Index]");

    public static readonly DiagnosticDescriptor NumberSortsAsText = Warning(
        "FWK217",
        "A number in a sort key's template sorts as text",
        "'{0}' sorts as text, 10 before 9; give it a format with the digits that it may have, such as {{{0}:D8}}");

    public static readonly DiagnosticDescriptor KeyTwice = Error(
        "FWK218",
        "A key is declared in one way",
        "'{0}' has both [PrimaryKey] and [{1}]; keep one");

    public static readonly DiagnosticDescriptor MalformedTemplate = Error(
        "FWK219",
        "A key's template is well formed",
        "The template '{0}' is malformed; {1}");

    public static readonly DiagnosticDescriptor InvalidIndexName = Error(
        "FWK220",
        "The index's name is not valid",
        "'{0}' cannot be an index's name; DynamoDB takes 3 to 255 letters, digits, hyphens, underscores and dots");

    public static readonly DiagnosticDescriptor IndexConflict = Error(
        "FWK221",
        "An index is declared once, with one key of each kind",
        "The index '{0}' has {1}; keep one, or name another index");

    public static readonly DiagnosticDescriptor TooManyIndexes = Error(
        "FWK222",
        "A table has too many indexes",
        "'{0}' has {1} global and {2} local indexes; DynamoDB takes 20 and 5");

    public static readonly DiagnosticDescriptor NotDerived = Error(
        "FWK223",
        "A derived type derives from the type that names it",
        "'{0}' is no type that can be made and derives from '{1}'; name one that does, neither abstract nor generic");

    public static readonly DiagnosticDescriptor DerivedTwice = Error(
        "FWK224",
        "A derived type has one discriminator of its own",
        "'{0}' names {1} twice; name it once");

    public static readonly DiagnosticDescriptor WrongConverter = Error(
        "FWK225",
        "A converter converts the property's type",
        "'{0}' has no public Write and Read of IAttributeConverter<{1}>; name a converter that does");

    public static readonly DiagnosticDescriptor UnknownProjection = Error(
        "FWK226",
        "A view has properties of its item",
        "'{0}' of type '{1}' is no stored property of '{2}'; give it the name and type of one, or leave it out with "
            + "[Ignore]");

    public static readonly DiagnosticDescriptor TooLarge = Error(
        "FWK227",
        "The item is always too large",
        "'{0}' takes at least {1} bytes; DynamoDB holds items of up to 409,600");

    public static readonly DiagnosticDescriptor Recursive = Warning(
        "FWK228",
        "A type that holds itself can be nested too deep",
        "'{0}' can hold itself; DynamoDB takes 32 levels, and refuses an item with more when it is written");

    public static readonly DiagnosticDescriptor TooDeep = Error(
        "FWK229",
        "The item is nested too deep",
        "'{0}' is nested {1} levels deep; DynamoDB takes 32");

    public static readonly DiagnosticDescriptor ReservedName = Error(
        "FWK230",
        "The attribute's name is reserved",
        "'{0}' is stored as '{1}', and names that begin with 'aws:' are reserved; give it another name with "
            + "[AttributeName]");

    public static readonly DiagnosticDescriptor NotAnItem = Error(
        "FWK231",
        "A view is one of an item",
        "'{0}' has no [Table] or keys that cannot be generated; name an item in [Projection]");

    public static readonly DiagnosticDescriptor MeaningNotStored = Error(
        "FWK232",
        "A property with a meaning to the table is stored",
        "'{0}' has [{1}] and is not stored; make it public, with a setter or a constructor's parameter");

    public static readonly DiagnosticDescriptor NotStored = Warning(
        "FWK233",
        "A property that holds a value is stored",
        "'{0}' is not stored, since nothing can set it; give it init or a constructor's parameter, or leave it out with "
            + "[Ignore]");

    public static readonly DiagnosticDescriptor RequiredNotSet = Error(
        "FWK234",
        "What is required is set when the item is read",
        "'{0}' is required, and is not set when a '{1}' is read; do without 'required', or mark the constructor that sets "
            + "it with [SetsRequiredMembers]");

    public static readonly DiagnosticDescriptor MeaningOfDerived = Error(
        "FWK235",
        "Keys, indexes and the version are the same for all types of an item",
        "'{0}' has [{1}], which only a property of '{2}' can have; move it there");

    public static readonly DiagnosticDescriptor DefaultNotRead = Warning(
        "FWK243",
        "A default is what an absent attribute is read as",
        "'{0}' begins with a value that an item without the attribute is not read with, since {1}");

    public static readonly DiagnosticDescriptor ScanInEndpoint = Warning(
        "FWK240",
        "A request does not read a whole table",
        "'{0}' calls '{1}', which reads, and pays for, the whole table with each request; query a partition or an index");

    public static readonly DiagnosticDescriptor UnsupportedUnique = Error(
        "FWK241",
        "The property cannot be unique",
        "'{0}' cannot be unique; a unique value is one that could be a key, and neither the key, the version nor the "
            + "expiry");

    public static readonly DiagnosticDescriptor UniqueNeedsTextKeys = Error(
        "FWK242",
        "Unique values need keys of text",
        "'{0}' is unique, which needs keys that are stored as text, and '{1}' is not; make it text");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Of(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Of(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Of(string id, string title, string message, DiagnosticSeverity severity) => new(
        id,
        title,
        message,
        "Framework.Tables",
        severity,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To(id));
}
