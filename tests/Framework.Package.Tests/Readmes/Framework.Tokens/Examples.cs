namespace Readme;

internal sealed partial class Examples(MicroserviceBuilder service);
