using Microsoft.AspNetCore.Http;

namespace Framework.Local.Issuer;

/// <summary>Why the last try to sign in was refused.</summary>
/// <param name="Form">What was written.</param>
/// <param name="Sentence">What is wrong with it.</param>
internal sealed record SignInProblem(IFormCollection Form, string Sentence);
