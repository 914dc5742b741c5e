using System.Buffers.Binary;

namespace Chancery.Bolt.Framing;

/// <summary>The bytes that open a connection: the client proposes versions, the server picks one or answers with a manifest.</summary>
internal static class Handshake
{
    /// <summary>The magic number and four proposals.</summary>
    public const int RequestSize = 20;

    public const uint Magic = 0x6060B017;

    /// <summary>A proposal that asks for a list of the server's versions (manifest v1).</summary>
    public const uint Manifest = 0x000001FF;

    /// <summary>What we speak, best first. 5.5 is left out: no server ever spoke it.</summary>
    public static ReadOnlySpan<BoltVersionRange> Served => s_served;

    private static readonly BoltVersionRange[] s_served = [new(5, 8, 2), new(5, 4, 4), new(4, 4, 0)];

    private static readonly BoltVersionRange[] s_spoken = [new(5, 8, 8), new(4, 4, 2), new(4, 1, 0)];

    /// <summary>Ranges that a server's manifest may list.</summary>
    public const int MostRanges = 256;

    /// <summary>
    /// The client's opening: the manifest, and for servers that know none 5.8 to 5.0, 4.4 to 4.2, or 4.1 (servers before 4.3 know no ranges).
    /// That leaves no place for 3, which Neo4j 3.5 spoke.
    /// </summary>
    public static byte[] Request()
    {
        byte[] request = new byte[RequestSize];
        BinaryPrimitives.WriteUInt32BigEndian(request, Magic);
        BinaryPrimitives.WriteUInt32BigEndian(request.AsSpan(4), Manifest);
        for (int i = 0; i < s_spoken.Length; i++)
        {
            WriteRange(request.AsSpan(8 + (4 * i)), s_spoken[i]);
        }

        return request;
    }

    public static bool WeSpeak(BoltVersion version) =>
        Array.Exists(s_spoken, range => range.Contains(version)) && version != new BoltVersion(5, 5);

    /// <summary>The latest version of the range that the client speaks; <see cref="BoltVersion.None"/> where there is none.</summary>
    public static BoltVersion BestSpoken(BoltVersionRange range) => Best(range, WeSpeak);

    /// <summary>The server's choice among four proposals, in the client's order; <see cref="BoltVersion.None"/> where none fits.</summary>
    public static BoltVersion Choose(ReadOnlySpan<byte> proposals, out bool manifest)
    {
        manifest = false;
        for (int at = 0; at < proposals.Length; at += 4)
        {
            ReadOnlySpan<byte> proposal = proposals.Slice(at, 4);
            if (BinaryPrimitives.ReadUInt32BigEndian(proposal) == Manifest)
            {
                manifest = true;
                return BoltVersion.None;
            }

            if (Best(ReadRange(proposal), IsServed) is var version && version != BoltVersion.None)
            {
                return version;
            }
        }

        return BoltVersion.None;
    }

    public static bool IsServed(BoltVersion version) => Array.Exists(s_served, range => range.Contains(version));

    public static BoltVersionRange ReadRange(ReadOnlySpan<byte> bytes) => new(bytes[3], bytes[2], bytes[1]);

    public static void WriteRange(Span<byte> bytes, BoltVersionRange range)
    {
        bytes[0] = 0;
        bytes[1] = range.Back;
        bytes[2] = range.Minor;
        bytes[3] = range.Major;
    }

    private static BoltVersion Best(BoltVersionRange range, Func<BoltVersion, bool> isKnown)
    {
        for (int minor = range.Minor; minor >= range.Minor - range.Back && minor >= 0; minor--)
        {
            BoltVersion version = new(range.Major, (byte)minor);
            if (isKnown(version))
            {
                return version;
            }
        }

        return BoltVersion.None;
    }

    /// <summary>The server's manifest, to be sent in one piece: its mark, the ranges, and no capabilities.</summary>
    public static byte[] ManifestAnswer()
    {
        byte[] answer = new byte[4 + 1 + (4 * s_served.Length) + 1];
        BinaryPrimitives.WriteUInt32BigEndian(answer, Manifest);
        answer[4] = (byte)s_served.Length;
        for (int i = 0; i < s_served.Length; i++)
        {
            WriteRange(answer.AsSpan(5 + (4 * i)), s_served[i]);
        }

        return answer;
    }
}
