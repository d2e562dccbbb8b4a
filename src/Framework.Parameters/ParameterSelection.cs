using Framework.Resources;

namespace Framework.Parameters;

/// <summary>Which parameters a service reads, and the keys of its configuration that they become.</summary>
public sealed class ParameterSelection
{
    // How Parameter Store reads a secret of Secrets Manager. See
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html
    private const string SecretPrefix = "/aws/reference/secretsmanager/";

    private readonly List<string> _paths = [];
    private readonly List<NamedParameter> _names = [];

    internal IReadOnlyList<string> Paths => _paths;

    internal IReadOnlyList<NamedParameter> Names => _names;

    internal TimeSpan Age { get; private set; } = TimeSpan.FromMinutes(5);

    internal IEnumerable<ParameterResource> Resources => _paths
        .Select(path => new ParameterResource(path, IsPath: true))
        .Concat(_names.Select(named => new ParameterResource(named.Parameter, IsPath: false)));

    /// <summary>Reads all parameters below a path, decrypted: <c>/shop/Payments/ApiKey</c> below <c>/shop</c> becomes
    /// <c>Payments:ApiKey</c>.</summary>
    /// <param name="path">The path, which begins with a slash.</param>
    /// <exception cref="ArgumentException">The path does not begin with a slash, or it ends with one.</exception>
    public ParameterSelection Path(string path)
    {
        _paths.Add(Checked(path));
        return this;
    }

    /// <summary>Reads one parameter, decrypted.</summary>
    /// <param name="parameter">Its name, which begins with a slash.</param>
    /// <param name="key">The configuration's key that it becomes, such as <c>Payments:ApiKey</c>.</param>
    /// <exception cref="ArgumentException">The name begins with no slash, or the key is empty.</exception>
    public ParameterSelection Name(string parameter, string key)
    {
        _names.Add(new NamedParameter(Checked(parameter), CheckedKey(key), IsSecret: false));
        return this;
    }

    /// <summary>Reads one secret of Secrets Manager, through Parameter Store. A secret that is a JSON object becomes one key
    /// for each of its properties, such as <c>Database:password</c>.</summary>
    /// <param name="secret">The secret's name.</param>
    /// <param name="key">The configuration's key that it becomes, such as <c>Database</c>.</param>
    /// <exception cref="ArgumentException">The name or the key is empty.</exception>
    public ParameterSelection Secret(string secret, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        _names.Add(new NamedParameter(SecretPrefix + secret, CheckedKey(key), IsSecret: true));
        return this;
    }

    /// <summary>Sets how old the values may get: five minutes by default. An invocation that finds them older reads them
    /// first.</summary>
    /// <param name="age">The age, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The age is zero or less.</exception>
    public ParameterSelection RenewAfter(TimeSpan age)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(age, TimeSpan.Zero);
        Age = age;
        return this;
    }

    private static string Checked(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > 1 && name[0] == '/' && name[^1] != '/'
            ? name
            : throw new ArgumentException($"'{name}' is no parameter's full name: begin it with a slash and end it with none, such as /shop/key.");
    }

    private static string CheckedKey(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return key;
    }
}
