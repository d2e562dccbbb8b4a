namespace Framework.Generators.Tests.Endpoints;

/// <summary>What the sources of these tests have in common.</summary>
internal static class EndpointSource
{
    /// <summary>What every file of a service begins with.</summary>
    public const string Usings = """
        using System; using System.Threading; using System.Threading.Tasks; using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations; using FluentValidation; using Microsoft.Extensions.DependencyInjection;
        using System.Text.Json.Serialization;
        using Framework.Authorizers; using Framework.Binding; using Framework.Cors; using Framework.Filters; using Framework.Hosting; using Framework.Http; using Framework.Identity; using Framework.Routing; using Framework.WebSockets;

        """;
}
