using System.Buffers;
using Framework.Http;
using Framework.Runtime;

namespace Framework.HttpEvents;

/// <summary>Reads one shape of event and writes its response, so that a response never has the shape of another
/// gateway.</summary>
internal abstract class EventCodec
{
    /// <summary>Reads an event.</summary>
    /// <exception cref="UndecodableEventException">The event lacks what every such event has.</exception>
    public abstract HttpEvent Decode(ReadOnlyMemory<byte> payload);

    /// <summary>Whether the service may compress the response: false where the front door does, or would send the compressed bytes
    /// as base64.</summary>
    public virtual bool MayCompress => true;

    /// <summary>Writes a response.</summary>
    public abstract void Encode(Response response, bool withBody, IBufferWriter<byte> output);
}
