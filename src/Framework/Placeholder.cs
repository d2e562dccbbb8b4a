namespace Framework;

internal static class Placeholder;
