namespace Framework.Testing;

internal static class Placeholder;
