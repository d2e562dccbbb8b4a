using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB;

/// <summary>Writes and reads the values of one type. <see cref="ConverterAttribute"/> names it. The
/// converter never gets null.</summary>
/// <typeparam name="TValue">The type of the property.</typeparam>
public interface IAttributeConverter<TValue>
{
    /// <summary>The value as it is stored.</summary>
    static abstract AttributeValue Write(TValue value);

    /// <summary>The value that is stored.</summary>
    /// <exception cref="InvalidDataException">The attribute holds something else; <see cref="StoredValue.Mismatch"/> creates the
    /// exception.</exception>
    static abstract TValue Read(StoredValue stored);
}
