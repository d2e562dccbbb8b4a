using System.Text.Json.Serialization;

namespace Readme;

[JsonSerializable(typeof(SignIn.Body), TypeInfoPropertyName = "SignInBody")]
[JsonSerializable(typeof(ReplaceArticle.Body), TypeInfoPropertyName = "ReplaceArticleBody")]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Reading))]
[JsonSerializable(typeof(Say.Body), TypeInfoPropertyName = "SayBody")]
[JsonSerializable(typeof(Say.Said))]
internal sealed partial class ReadmeJson : JsonSerializerContext;
