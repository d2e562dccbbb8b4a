namespace Framework.Generators;

internal static class Placeholder { }
