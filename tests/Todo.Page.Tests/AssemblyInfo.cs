[assembly: AssemblyFixture(typeof(TodoSite))]
