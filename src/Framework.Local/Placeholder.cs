namespace Framework.Local;

internal static class Placeholder;
