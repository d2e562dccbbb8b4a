using System.Buffers;
using Framework.Http;
using Framework.Runtime;

namespace Framework.HttpEvents;

/// <summary>One shape of event, both ways, so that a response is never written for the wrong gateway.</summary>
internal abstract class EventCodec
{
    /// <summary>Reads an event.</summary>
    /// <exception cref="UndecodableEventException">The event lacks what every such event has.</exception>
    public abstract HttpEvent Decode(ReadOnlyMemory<byte> payload);

    /// <summary>Writes a response.</summary>
    public abstract void Encode(Response response, bool withBody, IBufferWriter<byte> output);
}
