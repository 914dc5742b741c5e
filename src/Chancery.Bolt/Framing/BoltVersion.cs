using Chancery.Bolt.PackStream;

namespace Chancery.Bolt.Framing;

/// <summary>A protocol version, and what changed with it.</summary>
internal readonly record struct BoltVersion(byte Major, byte Minor) : IComparable<BoltVersion>
{
    public static BoltVersion None => default;

    public static BoltVersion V44 => new(4, 4);

    public static BoltVersion V50 => new(5, 0);

    public static BoltVersion V58 => new(5, 8);

    /// <summary>The message ROUTE; before it a procedure answers.</summary>
    public bool HasRouteMessage => this >= new BoltVersion(4, 3);

    /// <summary>HELLO may ask for UTC date-times.</summary>
    public bool HasUtcPatch => Major == 4 && Minor >= 3;

    public bool HasImpersonation => this >= V44;

    /// <summary>Text ids of elements, and date-times that count UTC seconds.</summary>
    public bool HasElementIds => Major >= 5;

    /// <summary>LOGON and LOGOFF; before them HELLO carries the credentials.</summary>
    public bool HasLogon => this >= new BoltVersion(5, 1);

    public bool HasNotificationFilters => this >= new BoltVersion(5, 2);

    public bool HasBoltAgent => this >= new BoltVersion(5, 3);

    public bool HasTelemetry => this >= new BoltVersion(5, 4);

    /// <summary>Summaries list GQL statuses in place of notifications.</summary>
    public bool HasStatuses => this >= new BoltVersion(5, 5);

    /// <summary>Failures carry a GQL status and its diagnostic record.</summary>
    public bool HasGqlErrors => this >= new BoltVersion(5, 7);

    /// <summary>The answer to LOGON names the server's advertised address, and those to RUN and BEGIN the home database.</summary>
    public bool HasHomeDatabase => this >= V58;

    public ValueShape Shape => HasElementIds ? ValueShape.Modern : ValueShape.Legacy;

    public static bool operator <(BoltVersion left, BoltVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(BoltVersion left, BoltVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(BoltVersion left, BoltVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BoltVersion left, BoltVersion right) => left.CompareTo(right) >= 0;

    public int CompareTo(BoltVersion other) => ((Major << 8) | Minor).CompareTo((other.Major << 8) | other.Minor);

    public override string ToString() => $"{Major}.{Minor}";
}

/// <summary>Versions <c>Major.(Minor - Back)</c> to <c>Major.Minor</c>, as a proposal of the handshake names them.</summary>
internal readonly record struct BoltVersionRange(byte Major, byte Minor, byte Back)
{
    public bool Contains(BoltVersion version) => version.Major == Major && version.Minor <= Minor && version.Minor >= Minor - Back;
}
