using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Looks for libraries of a service that may call servers by themselves.</summary>
internal static class LibraryReader
{
    private static readonly string[] Networking =
    [
        "System.Net.Http", "System.Net.Security", "System.Net.Sockets", "System.Net.WebSockets.Client", "System.Net.Requests",
        "System.Net.WebClient", "System.Net.Mail",
        // One assembly for everything: it does not say whether the library uses the network.
        "netstandard", "mscorlib",
    ];

    // These call nothing by themselves: constructors ask for their services.
    private static readonly string[] Known =
        ["System", "Framework", "FluentValidation", "netstandard", "mscorlib", "WindowsBase", "Microsoft.CSharp", "Microsoft.VisualBasic.Core"];

    private static readonly string[] KnownFamilies = ["System.", "Microsoft.Extensions.", "Framework.", "AWSSDK."];

    // These do: clients of services and databases, and one that makes clients out of settings, which may name any server.
    private static readonly string[] Callers = ["AWSSDK.Extensions.", "System.ServiceModel.", "System.Data."];

    /// <summary>Whether a library uses the network and is not one that the framework knows.</summary>
    public static bool CallsElsewhere(Compilation compilation) => compilation.ExternalReferences
        .Select(compilation.GetAssemblyOrModuleSymbol)
        .OfType<IAssemblySymbol>()
        .Any(assembly => !IsKnown(assembly.Name) && UsesNetwork(assembly));

    private static bool IsKnown(string name) =>
        Known.Contains(name)
        || (KnownFamilies.Any(family => name.StartsWith(family, StringComparison.Ordinal))
            && !Callers.Any(caller => name.StartsWith(caller, StringComparison.Ordinal)));

    private static bool UsesNetwork(IAssemblySymbol assembly) => assembly.Modules.Any(module =>
        module.ReferencedAssemblies.Any(reference => Networking.Contains(reference.Name)));
}
