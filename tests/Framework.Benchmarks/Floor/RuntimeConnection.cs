using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Framework.Benchmarks.Floor;

/// <summary>Lambda's Runtime API over one blocking socket.</summary>
internal sealed class RuntimeConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly byte[] _nextRequest;
    private readonly byte[] _host;
    private byte[] _received = new byte[64 * 1024];
    private byte[] _sent = new byte[16 * 1024];
    private readonly byte[] _requestId = new byte[128];
    private int _requestIdLength;

    private RuntimeConnection(Socket socket, string host)
    {
        _socket = socket;
        _nextRequest = Encoding.ASCII.GetBytes($"GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: {host}\r\n\r\n");
        _host = Encoding.ASCII.GetBytes(host);
    }

    public static RuntimeConnection Open(string address)
    {
        var colon = address.LastIndexOf(':');
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Parse(address.AsSpan(0, colon)), int.Parse(address.AsSpan(colon + 1)));
        return new(socket, address);
    }

    /// <summary>Blocks until there is an event. The span lives until the next call.</summary>
    public ReadOnlySpan<byte> Next()
    {
        SendAll(_nextRequest);
        var response = ReadResponse();
        var id = Header(response.Head, "Lambda-Runtime-Aws-Request-Id"u8);
        id.CopyTo(_requestId);
        _requestIdLength = id.Length;
        return response.Body;
    }

    public void Respond(ReadOnlySpan<byte> payload)
    {
        if (_sent.Length < payload.Length + 512)
            _sent = new byte[payload.Length + 512];
        var rest = _sent.AsSpan();
        Append(ref rest, "POST /2018-06-01/runtime/invocation/"u8);
        Append(ref rest, _requestId.AsSpan(0, _requestIdLength));
        Append(ref rest, "/response HTTP/1.1\r\nHost: "u8);
        Append(ref rest, _host);
        Append(ref rest, "\r\nContent-Type: application/json\r\nContent-Length: "u8);
        Utf8Formatter.TryFormat(payload.Length, rest, out var digits);
        rest = rest[digits..];
        Append(ref rest, "\r\n\r\n"u8);
        Append(ref rest, payload);
        SendAll(_sent.AsSpan(0, _sent.Length - rest.Length));
        ReadResponse();
    }

    public void Dispose() => _socket.Dispose();

    private Response ReadResponse()
    {
        int length = 0, head;
        while ((head = _received.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
            length += Receive(length);
        head += 4;
        if (!Utf8Parser.TryParse(Header(_received.AsSpan(0, head), "Content-Length"u8), out int bodyLength, out _))
            throw new InvalidDataException("The Runtime API's response has no Content-Length.");
        if (_received.Length < head + bodyLength)
            Array.Resize(ref _received, head + bodyLength);
        while (length < head + bodyLength)
            length += Receive(length);
        return new(_received.AsSpan(0, head), _received.AsSpan(head, bodyLength));
    }

    private int Receive(int offset)
    {
        if (offset == _received.Length)
            Array.Resize(ref _received, 2 * _received.Length);
        var count = _socket.Receive(_received.AsSpan(offset));
        return count > 0 ? count : throw new EndOfStreamException();
    }

    private void SendAll(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
            bytes = bytes[_socket.Send(bytes)..];
    }

    private static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        while (head.Length > 2)
        {
            var end = head.IndexOf("\r\n"u8);
            var line = head[..end];
            if (line.Length > name.Length && line[name.Length] == ':' && Ascii.EqualsIgnoreCase(line[..name.Length], name))
                return line[(name.Length + 1)..].Trim((byte)' ');
            head = head[(end + 2)..];
        }
        return default;
    }

    private static void Append(ref Span<byte> rest, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(rest);
        rest = rest[bytes.Length..];
    }

    private readonly ref struct Response(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        public ReadOnlySpan<byte> Head { get; } = head;
        public ReadOnlySpan<byte> Body { get; } = body;
    }
}
