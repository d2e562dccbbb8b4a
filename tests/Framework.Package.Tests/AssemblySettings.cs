using Framework.Package.Tests;

// One feed, packed once; its tests run one after the other.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
[assembly: AssemblyFixture(typeof(PackedFeed))]
