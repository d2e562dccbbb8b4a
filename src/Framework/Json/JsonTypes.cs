using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Framework.Json;

/// <summary>The JSON types of a service, from its source-generated contexts. Names are camelCase unless a context says
/// otherwise; a discriminator such as $type may be anywhere in its object; keys named twice, missing constructor
/// parameters that are not nullable, nulls where none may be, numbers too large for their type and instants without an
/// offset are refused. An enum is the name of its member in camelCase, or its <c>[JsonStringEnumMemberName]</c>.</summary>
public sealed class JsonTypes
{
    private readonly List<JsonSerializerContext> _contexts = [];
    private readonly IEnumerable<JsonConverter> _enums;
    private JsonSerializerOptions? _options;
    private bool _isFrozen;

    /// <summary>No types yet.</summary>
    public JsonTypes() : this([])
    {
    }

    /// <summary>No types yet. The converters of the enums are read when the options are first used.</summary>
    internal JsonTypes(IEnumerable<JsonConverter> enums) => _enums = enums;

    /// <summary>The options that bodies are read and written with.</summary>
    public JsonSerializerOptions Options => _options ??= Build();

    /// <summary>Adds a source-generated context. The first one's options hold for all.</summary>
    /// <param name="context">The context, <c>TodoJson.Default</c>.</param>
    /// <exception cref="InvalidOperationException">The service is already built.</exception>
    public JsonTypes Use(JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_isFrozen || _options is not null)
            throw new InvalidOperationException("The service is built: add its JSON contexts before Build().");
        _contexts.Add(context);
        return this;
    }

    /// <summary>How a type is read and written.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="InvalidOperationException">No context knows the type.</exception>
    public JsonTypeInfo<T> TypeOf<T>() => Options.TryGetTypeInfo(typeof(T), out var type)
        ? (JsonTypeInfo<T>)type
        : throw new InvalidOperationException(
            $"No JSON context of the service knows {typeof(T)}: add [JsonSerializable(typeof({typeof(T).Name}))] to one "
            + "and pass it to service.Json.Use.");

    /// <summary>Marks the service as built: no context can be added any more.</summary>
    internal void Freeze() => _isFrozen = true;

    private JsonSerializerOptions Build()
    {
        var options = _contexts.Count == 0
            ? new JsonSerializerOptions(JsonSerializerDefaults.Web)
            : new JsonSerializerOptions(_contexts[0].Options);
        if (options.PropertyNamingPolicy is null)
        {
            options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            options.PropertyNameCaseInsensitive = true;
        }
        options.AllowDuplicateProperties = false;
        options.AllowOutOfOrderMetadataProperties = true;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.TypeInfoResolver = JsonTypeInfoResolver.Combine([.. _contexts])
            .WithAddedModifier(LetNullablesBeLeftOut)
            .WithAddedModifier(FiniteConverter.LeaveNumberHandling);
        options.Converters.Add(FiniteConverter.Double);
        options.Converters.Add(FiniteConverter.Single);
        options.Converters.Add(new InstantConverter());
        foreach (var converter in _enums.DistinctBy(converter => converter.Type))
            options.Converters.Add(converter);
        options.MakeReadOnly();
        return options;
    }

    // A constructor parameter that may be null may also be left out: bool? Completed needs no "= null".
    private static void LetNullablesBeLeftOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property is { IsRequired: true, AssociatedParameter.IsNullable: true })
                property.IsRequired = false;
        }
    }
}
