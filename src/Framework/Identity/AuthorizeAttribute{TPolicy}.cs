namespace Framework.Identity;

/// <summary>Admits only callers whom a policy allows to make the request: the same as <see cref="AuthorizeAttribute"/>, and the
/// compiler checks that it is a policy.</summary>
/// <typeparam name="TPolicy">The policy: a class with one constructor, which takes services.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AuthorizeAttribute<TPolicy> : Attribute
    where TPolicy : class, IAuthorizationPolicy;
