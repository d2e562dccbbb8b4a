using System.Text.RegularExpressions;
using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;

namespace Framework.Generators.Tables.Reading;

/// <summary>Reads the templates of one type's keys, such as <c>ORDER#{Number:D8}</c>.</summary>
internal sealed class TemplateReader(ShapeModel shape, Action<DiagnosticInfo> report)
{
    private static readonly Regex Parts = new(@"\{(?<name>\w+)(?::(?<format>[^{}]+))?\}|(?<literal>[^{}]+)|(?<fault>[{}])");
    private static readonly Regex IntegerFormat = new("^[DX][1-9][0-9]?$");

    /// <summary>The parts of a template; empty where it is wrong.</summary>
    /// <param name="template">The template.</param>
    /// <param name="isSort">Whether the order of its values matters.</param>
    /// <param name="isIndex">Whether a value may be null.</param>
    /// <param name="location">Where it stands.</param>
    public EquatableArray<TemplatePart> Read(string template, bool isSort, bool isIndex, LocationInfo? location)
    {
        var found = Parts.Matches(template).Cast<Match>().ToList();
        if (found.Count == 0 || found.Any(match => match.Groups["fault"].Success))
            return Malformed(template, "a brace must open or close a property's name, and something must stand in it", location);
        if (found.Zip(found.Skip(1), (one, next) => IsPlaceholder(one) && IsPlaceholder(next)).Any(both => both))
            return Malformed(template, "a literal such as # must stand between two placeholders", location);
        var parts = found
            .Select(match => IsPlaceholder(match) ? Find(match, template, isSort, isIndex, location) : new(match.Value, null, null))
            .ToList();
        return parts.Contains(null) ? EquatableArray<TemplatePart>.Empty : parts.OfType<TemplatePart>().ToEquatableArray();
    }

    private TemplatePart? Find(Match match, string template, bool isSort, bool isIndex, LocationInfo? location)
    {
        var (name, format) = (match.Groups["name"].Value, match.Groups["format"].Value);
        if (shape.Members.FirstOrDefault(member => member.Property == name) is not { } member)
            return Report(TableDiagnostics.UnknownPlaceholder, location, template, name);
        if (member.Value.Placeholder == Placeholder.None || (member.Value.IsNullable && !isIndex))
            return Report(TableDiagnostics.UnsupportedPlaceholder, location, name, member.Value.Type);
        if (format.Length > 0 && !Takes(member.Value, format))
            return Report(TableDiagnostics.MalformedTemplate, location, template,
                $"'{name}' of type '{member.Value.Type}' cannot be written as '{format}'; an integer takes D or X with digits, "
                    + "a date or time its own parts");
        if (format.Length == 0 && isSort && member.Value.Placeholder == Placeholder.Integer)
            Report(TableDiagnostics.NumberSortsAsText, location, name);
        return new("", member, format.Length == 0 ? null : format);
    }

    private static bool Takes(ValueModel value, string format) => value.Placeholder switch
    {
        Placeholder.Date => format.IndexOfAny(['"', '\\']) < 0 && IsDateFormat(value.PresentType.Split('.').Last(), format),
        Placeholder.Integer => IntegerFormat.IsMatch(format),
        _ => false,
    };

    // The same errors that .NET would throw when the key is made: unknown standard formats, a time in a date, a date in a time.
    private static bool IsDateFormat(string type, string format)
    {
        var letters = Regex.Replace(format, "'[^']*'", "");
        return (type, format.Length) switch
        {
            ("DateOnly", 1) => "dDmMoOrRyY".Contains(format),
            ("TimeOnly", 1) => "oOrRtT".Contains(format),
            ("DateOnly", _) => letters.IndexOfAny(['h', 'H', 'm', 's', 't', 'f', 'F', 'z', 'K']) < 0,
            ("TimeOnly", _) => letters.IndexOfAny(['d', 'M', 'y', 'g', 'z', 'K']) < 0,
            (_, 1) => "dDfFgGmMoOrRstTuUyY".Contains(format),
            _ => true,
        };
    }

    private EquatableArray<TemplatePart> Malformed(string template, string fault, LocationInfo? location)
    {
        Report(TableDiagnostics.MalformedTemplate, location, template, fault);
        return EquatableArray<TemplatePart>.Empty;
    }

    private TemplatePart? Report(
        Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, LocationInfo? location, params string[] arguments)
    {
        report(DiagnosticInfo.Of(descriptor, location, arguments));
        return null;
    }

    private static bool IsPlaceholder(Match match) => match.Groups["name"].Success;
}
