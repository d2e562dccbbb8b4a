using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Framework.Architecture;

/// <summary>What holds for every project. Its test project derives its <c>ArchitectureTests</c> from this, and so holds the
/// project to the picture in <c>docs/architecture.md</c>.</summary>
/// <param name="library">The project's assembly, which has the project's name.</param>
/// <param name="layers">All folders of the project, from left to right.</param>
/// <param name="environmentReaders">The files that may read environment variables.</param>
public abstract class ProjectArchitecture(Assembly library, IReadOnlyList<Layer> layers, params string[] environmentReaders)
{
    private const int MaxLines = 300;

    // A read-only field of such a type holds what changes.
    private static readonly Type[] Changing =
    [
        typeof(AsyncLocal<>), typeof(ThreadLocal<>), typeof(ConditionalWeakTable<,>), typeof(ConcurrentBag<>), typeof(ConcurrentQueue<>),
        typeof(ConcurrentStack<>), typeof(ConcurrentDictionary<,>), typeof(StrongBox<>),
    ];

    private readonly string _root = library.GetName().Name!;

    /// <summary>The project's assembly.</summary>
    protected Assembly Library => library;

    /// <summary>The project's folder.</summary>
    protected string SourceFolder => Path.GetFullPath(Path.Combine(Here(), "../../src", _root));

    /// <summary>The static fields that may change, each with its type: none, where .NET asks for none.</summary>
    protected virtual IReadOnlyList<string> MutableStatics => [];

    [Fact]
    public void Every_folder_is_a_layer_and_every_layer_a_folder() =>
        Assert.Equal(SourceFiles().Select(FolderOf).Distinct().Order(), layers.Select(layer => layer.Folder).Order());

    [Fact]
    public void A_layer_may_name_only_layers_before_it()
    {
        for (var index = 0; index < layers.Count; index++)
            Assert.Empty(layers[index].MayName.Except(layers.Take(index).Select(layer => layer.Folder)));
    }

    [Fact]
    public void A_type_names_only_what_its_layer_may_name()
    {
        var allowed = layers.ToDictionary(layer => NamespaceOf(layer.Folder), layer => layer.MayName.Select(NamespaceOf).Append(NamespaceOf(layer.Folder)).ToHashSet());
        var contract = layers.Where(layer => layer.IsContract).Select(layer => NamespaceOf(layer.Folder)).ToHashSet();
        var open = library.GetExportedTypes().Where(type => contract.Contains(type.Namespace!)).Select(type => new TypeName(type.Namespace!, type.Name)).ToHashSet();
        var wrong = TypeReferences.In(library)
            .Where(pair => allowed.ContainsKey(pair.From.Namespace) && allowed.ContainsKey(pair.To.Namespace))
            .Where(pair => !contract.Contains(pair.From.Namespace) && !open.Contains(pair.To))
            .Where(pair => !allowed[pair.From.Namespace].Contains(pair.To.Namespace))
            .Select(pair => $"{pair.From.Namespace}.{pair.From.Name} names {pair.To.Namespace}.{pair.To.Name}")
            .Order().ToList();

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void A_file_declares_the_namespace_of_its_folder()
    {
        foreach (var file in SourceFiles())
        {
            var declared = File.ReadLines(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
            Assert.True(declared is null || declared == $"namespace {NamespaceOf(FolderOf(file))};" || !IsOwn(declared), $"{file} declares {declared}");
        }
    }

    [Fact]
    public void A_public_type_has_a_file_of_its_own_name()
    {
        foreach (var type in library.GetExportedTypes().Where(type => !type.IsNested))
        {
            var name = type.Name.Split('`')[0];
            var arguments = string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name));
            var files = SourceFiles().Where(file => FolderOf(file) == FolderOf(type)
                && Path.GetFileNameWithoutExtension(file) is var own && (own == name || own == $"{name}{{{arguments}}}"));
            Assert.True(files.Any(), $"{type} is in no file of its name in the folder '{FolderOf(type)}'");
        }
    }

    [Fact]
    public void Nothing_static_is_mutable_but_the_named_fields()
    {
        var mutable = library.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && !IsCompilersOwn(field) && (!field.IsInitOnly || IsChanging(field.FieldType)))
            .Select(field => $"{field.DeclaringType}.{field.Name}")
            .Order();

        Assert.Equal(MutableStatics, mutable);
    }

    [Fact]
    public void Only_the_named_files_read_environment_variables()
    {
        var readers = SourceFiles()
            .Where(file => File.ReadAllText(file).Contains("Environment.GetEnvironmentVariable", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file)!);

        Assert.Equal(environmentReaders.Order(), readers.Order());
    }

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Assert.All(SourceFiles(), file => Assert.True(File.ReadLines(file).Count() <= MaxLines, file));

    /// <summary>The files of the project.</summary>
    protected IEnumerable<string> SourceFiles() => Directory.EnumerateFiles(SourceFolder, "*.cs", SearchOption.AllDirectories)
        .Where(file => Path.GetRelativePath(SourceFolder, file).Split('/', '\\')[0] is not ("obj" or "bin"));

    /// <summary>The namespace of a folder of the project.</summary>
    protected string NamespaceOf(string folder) => folder.Length == 0 ? _root : $"{_root}.{folder.Replace('/', '.')}";

    private string FolderOf(string file) =>
        Path.GetDirectoryName(Path.GetRelativePath(SourceFolder, file))!.Replace('\\', '/');

    private string FolderOf(Type type) => type.Namespace == _root ? "" : type.Namespace![(_root.Length + 1)..].Replace('.', '/');

    // Some of what the compiler asks for has a namespace of the compiler's.
    private bool IsOwn(string declaration) => declaration == $"namespace {_root};" || declaration.StartsWith($"namespace {_root}.", StringComparison.Ordinal);

    private static bool IsChanging(Type type) => type.IsGenericType && Changing.Contains(type.GetGenericTypeDefinition());

    // Lambdas that are kept after their first use, and switches over strings; but not the field of a property.
    private static bool IsCompilersOwn(FieldInfo field) =>
        (field.Name.StartsWith('<') && !field.Name.EndsWith("k__BackingField", StringComparison.Ordinal))
        || field.DeclaringType!.Name.StartsWith('<') || field.DeclaringType.Name.Contains("__", StringComparison.Ordinal);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
