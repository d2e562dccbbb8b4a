namespace Framework.DynamoDB;

internal static class Placeholder;
