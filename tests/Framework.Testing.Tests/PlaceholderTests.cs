namespace Framework.Testing.Tests;

public sealed class PlaceholderTests { [Fact] public void Works() => Assert.Equal(4, 2 + 2); }
