namespace Framework.Identity;

/// <summary>Admits only callers whom a policy allows to make the request. Where an endpoint has two, both must allow it; those of a
/// base class are asked first.</summary>
/// <remarks>A policy is asked when the caller is signed in and has the groups and scopes that the endpoint requires, before filters
/// and before the request is bound. The services that its constructor asks for are dependencies of the endpoint.</remarks>
/// <param name="policy">The policy: a class that implements <see cref="IAuthorizationPolicy"/>, with one constructor, which takes
/// services.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AuthorizeAttribute(Type policy) : Attribute
{
    /// <summary>The policy.</summary>
    public Type Policy { get; } = policy;
}
