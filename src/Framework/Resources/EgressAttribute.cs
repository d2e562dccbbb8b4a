namespace Framework.Resources;

/// <summary>Says where a service's calls over the network go, for constructors that ask for it. Without the attribute an
/// interface, or a class that is not sealed or not of the same project, may call <see cref="Egress.Anywhere"/>; a sealed
/// class of the project calls what its constructor asks for.</summary>
/// <param name="egress">Where its calls go.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class EgressAttribute(Egress egress) : Attribute
{
    /// <summary>Where its calls go.</summary>
    public Egress Egress { get; } = egress;
}
