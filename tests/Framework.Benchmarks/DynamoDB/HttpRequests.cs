using System.Globalization;
using System.Text;

namespace Framework.Benchmarks.DynamoDB;

/// <summary>Whole HTTP requests as bytes, made before the clock runs.</summary>
internal static class HttpRequests
{
    /// <summary>What an item of the benchmark weighs, roughly: a todo with a description.</summary>
    private static readonly string Text = new('x', 300);

    public static byte[] Of(string operation, string body) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        POST / HTTP/1.1
        Host: localhost
        X-Amz-Target: DynamoDB_20120810.{operation}
        X-Amz-Date: 20260101T000000Z
        Content-Type: application/x-amz-json-1.0
        Authorization: AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0
        Content-Length: {Encoding.UTF8.GetByteCount(body)}


        """).ReplaceLineEndings("\r\n") + body);

    public static byte[] CreateTable { get; } = Of("CreateTable", """
        {"TableName":"todos","BillingMode":"PAY_PER_REQUEST",
         "AttributeDefinitions":[{"AttributeName":"owner","AttributeType":"S"},{"AttributeName":"id","AttributeType":"S"}],
         "KeySchema":[{"AttributeName":"owner","KeyType":"HASH"},{"AttributeName":"id","KeyType":"RANGE"}]}
        """);

    public static byte[] ListTables { get; } = Of("ListTables", "{}");

    public static byte[] Put(int number) => Of("PutItem", $$"""{"TableName":"todos","Item":{{Item(number)}}}""");

    public static byte[] Get(int number) => Of("GetItem", $$"""{"TableName":"todos","Key":{{Key(number)}}}""");

    /// <summary>The ten latest todos of one owner.</summary>
    public static byte[] Query(int number) => Of("Query", $$$$"""
        {"TableName":"todos","KeyConditionExpression":"#o = :o","ExpressionAttributeNames":{"#o":"owner"},
         "ExpressionAttributeValues":{":o":{"S":"{{{{Owner(number)}}}}"}},"Limit":10,"ScanIndexForward":false}
        """);

    /// <summary>Two todos, one of them under a condition.</summary>
    public static byte[] Transact(int number) => Of("TransactWriteItems", $$$"""
        {"TransactItems":[
          {"Put":{"TableName":"todos","Item":{{{Item(number)}}}}},
          {"Update":{"TableName":"todos","Key":{{{Key(number + 1)}}},"UpdateExpression":"SET version = if_not_exists(version, :zero) + :one",
           "ConditionExpression":"attribute_exists(title)","ExpressionAttributeValues":{":zero":{"N":"0"},":one":{"N":"1"} } } } ] }
        """);

    public static byte[] PutBatch(int first) => Of("BatchWriteItem",
        "{\"RequestItems\":{\"todos\":["
        + string.Join(',', Enumerable.Range(first, 25).Select(number => $$$"""{"PutRequest":{"Item":{{{Item(number)}}} }}"""))
        + "]}}");

    private static string Key(int number) => $$$"""{"owner":{"S":"{{{Owner(number)}}}"},"id":{"S":"{{{number:D8}}}"} }""";

    /// <summary>An owner has 20 todos.</summary>
    private static string Owner(int number) => string.Create(CultureInfo.InvariantCulture, $"owner-{number / 20}");

    private static string Item(int number) =>
        Key(number)[..^1] + $$""","title":{"S":"Water the plants"},"done":{"BOOL":false},"version":{"N":"1"},"text":{"S":"{{Text}}"} }""";
}
