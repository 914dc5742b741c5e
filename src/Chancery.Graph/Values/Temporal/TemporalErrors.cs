using System.Globalization;

namespace Chancery.Graph;

internal static class TemporalErrors
{
    private const string Code = "Neo.ClientError.Statement.ArgumentError";

    public static GraphException OutOfRange(string field, long value, long least, long most) => new(
        Code,
        string.Create(CultureInfo.InvariantCulture, $"Invalid value for {field} (valid values {least} - {most}): {value}"))
    {
        Kind = "ArgumentError",
        Detail = "NumberOutOfRange",
        GqlStatus = "22N31",
    };

    public static GraphException NotParsed(string type, string text, string? reason = null) => new(
        Code,
        $"Text cannot be parsed to a {type}: '{text}'" + (reason is null ? "" : $" ({reason})"))
    {
        Kind = "ArgumentError",
        Detail = "InvalidArgumentValue",
        GqlStatus = "22N36",
    };

    public static GraphException UnknownZone(string zone) =>
        new(Code, $"Unknown time zone: '{zone}'") { Kind = "ArgumentError", Detail = "InvalidArgumentValue", GqlStatus = "22N36" };

    public static GraphException Overflow(string type) =>
        new(Code, $"The {type} leaves the range of years -{TemporalUnits.MaxYear} to {TemporalUnits.MaxYear}, or of 64 bits.")
        {
            Kind = "ArgumentError",
            Detail = "NumberOutOfRange",
            GqlStatus = "22003",
        };
}
