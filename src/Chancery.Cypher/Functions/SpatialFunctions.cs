using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Functions;

internal static class SpatialFunctions
{
    // The mean radius that Neo4j measures with, in metres.
    private const double EarthRadius = 6_378_140;

    private static readonly string[] _keys = ["x", "y", "z", "longitude", "latitude", "height", "crs", "srid"];

    public static IEnumerable<Function> Rows =>
    [
        new("point", static (a, _) => Build(a[0])),
        new("distance", static (a, _) => Distance(a[0], a[1])),
        new("point.distance", static (a, _) => Distance(a[0], a[1])),
        new("point.withinBBox", static (a, _) => WithinBox(a[0], a[1], a[2])),
    ];

    private static Value Build(Value argument)
    {
        if (argument.Kind == ValueKind.Point)
        {
            return argument;
        }

        MapValue map = argument.Kind is ValueKind.Node or ValueKind.Relationship
            ? GraphFunctions.PropertiesOf("point", argument)
            : Arguments.Map("point", argument);
        if (_keys.Any(key => map.TryGetValue(key, out Value value) && value.IsNull))
        {
            return Value.Null;
        }

        bool geographic = map.ContainsKey("longitude") && map.ContainsKey("latitude");
        double x = Coordinate(map, geographic ? "longitude" : "x");
        double y = Coordinate(map, geographic ? "latitude" : "y");
        string? up = geographic && map.ContainsKey("height") ? "height" : map.ContainsKey("z") ? "z" : map.ContainsKey("height") ? "height" : null;
        double? z = up is null ? null : Coordinate(map, up);
        int srid = System(map, geographic, z.HasValue);
        PointValue point = new(srid, x, y, z);
        return Value.Point(point.IsGeographic ? Normalized(point) : point);
    }

    private static double Coordinate(MapValue map, string key) => map.TryGetValue(key, out Value value)
        ? Arguments.Number("point", value)
        : throw ExpressionErrors.ArgumentError("point() expects x and y, or longitude and latitude.", "InvalidArgumentValue");

    private static int System(MapValue map, bool geographic, bool has3D)
    {
        int? srid = null;
        if (map.TryGetValue("srid", out Value number))
        {
            srid = (int)Arguments.Integer("point", number);
        }
        else if (map.TryGetValue("crs", out Value name))
        {
            srid = Arguments.Text("point", name).ToUpperInvariant() switch
            {
                "WGS-84" => PointValue.Wgs84,
                "WGS-84-3D" => PointValue.Wgs84In3D,
                "CARTESIAN" => PointValue.Cartesian,
                "CARTESIAN-3D" => PointValue.CartesianIn3D,
                _ => throw Unknown(name),
            };
        }

        int fallback = (geographic, has3D) switch
        {
            (true, true) => PointValue.Wgs84In3D,
            (true, false) => PointValue.Wgs84,
            (false, true) => PointValue.CartesianIn3D,
            _ => PointValue.Cartesian,
        };
        int chosen = srid ?? fallback;
        bool needs3D = chosen switch
        {
            PointValue.Wgs84 or PointValue.Cartesian => false,
            PointValue.Wgs84In3D or PointValue.CartesianIn3D => true,
            _ => throw Unknown(chosen),
        };
        return needs3D == has3D && (!geographic || chosen is PointValue.Wgs84 or PointValue.Wgs84In3D)
            ? chosen
            : throw ExpressionErrors.ArgumentError("point(): the coordinates do not fit the reference system.", "InvalidArgumentValue");
    }

    private static GraphException Unknown(Value system) => ExpressionErrors.ArgumentError(
        $"point() knows no reference system {ValueText.Literal(system)}.", "InvalidArgumentValue");

    /// <summary>Longitudes wrap around the earth; latitudes beyond the poles are an error.</summary>
    private static PointValue Normalized(PointValue point)
    {
        if (point.Y is < -90 or > 90)
        {
            throw ExpressionErrors.OutOfRange($"point() expects a latitude from -90 to 90, but got {ValueText.Float(point.Y)}.");
        }

        double longitude = point.X;
        if (longitude is < -180 or > 180)
        {
            longitude = ((((longitude + 180) % 360) + 360) % 360) - 180;
        }

        return point with { X = longitude };
    }

    private static Value Distance(Value from, Value to)
    {
        PointValue a = Arguments.Point("point.distance", from);
        PointValue b = Arguments.Point("point.distance", to);
        if (a.Srid != b.Srid)
        {
            return Value.Null;
        }

        double height = (a.Z ?? 0) - (b.Z ?? 0);
        double flat = a.IsGeographic ? GreatCircle(a, b) : Math.Sqrt(Square(a.X - b.X) + Square(a.Y - b.Y));
        return Math.Sqrt(Square(flat) + Square(height));
    }

    private static double GreatCircle(PointValue a, PointValue b)
    {
        double latitude1 = double.DegreesToRadians(a.Y);
        double latitude2 = double.DegreesToRadians(b.Y);
        double alpha = Square(Math.Sin((latitude2 - latitude1) / 2))
            + (Math.Cos(latitude1) * Math.Cos(latitude2) * Square(Math.Sin(double.DegreesToRadians(b.X - a.X) / 2)));
        double radius = EarthRadius + (((a.Z ?? 0) + (b.Z ?? 0)) / 2);
        return radius * 2 * Math.Atan2(Math.Sqrt(alpha), Math.Sqrt(1 - alpha));
    }

    private static Value WithinBox(Value point, Value lowerLeft, Value upperRight)
    {
        PointValue at = Arguments.Point("point.withinBBox", point);
        PointValue low = Arguments.Point("point.withinBBox", lowerLeft);
        PointValue high = Arguments.Point("point.withinBBox", upperRight);
        if (at.Srid != low.Srid || at.Srid != high.Srid)
        {
            return Value.Null;
        }

        // A geographic box whose left edge lies east of its right one crosses the 180th meridian.
        bool crosses = at.IsGeographic && low.X > high.X;
        bool withinX = crosses ? at.X >= low.X || at.X <= high.X : at.X >= low.X && at.X <= high.X;
        bool withinZ = at.Z is null || (at.Z >= low.Z && at.Z <= high.Z);
        return withinX && at.Y >= low.Y && at.Y <= high.Y && withinZ;
    }

    private static double Square(double x) => x * x;
}
