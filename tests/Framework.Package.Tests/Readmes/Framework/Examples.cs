namespace Readme;

internal sealed partial class Examples(string[] args, MicroserviceBuilder service);
