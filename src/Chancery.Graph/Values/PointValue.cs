using System.Globalization;

namespace Chancery.Graph;

public sealed partial record PointValue
{
    public const int Wgs84 = 4326;
    public const int Wgs84In3D = 4979;
    public const int Cartesian = 7203;
    public const int CartesianIn3D = 9157;

    public bool IsGeographic => Srid is Wgs84 or Wgs84In3D;

    /// <summary>The name of its reference system.</summary>
    public string Crs => Srid switch
    {
        Wgs84 => "wgs-84",
        Wgs84In3D => "wgs-84-3d",
        Cartesian => "cartesian",
        CartesianIn3D => "cartesian-3d",
        _ => Srid.ToString(CultureInfo.InvariantCulture),
    };

    public override string ToString()
    {
        string z = Z is { } height ? $", z: {ValueText.Float(height)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"point({{x: {ValueText.Float(X)}, y: {ValueText.Float(Y)}{z}, crs: '{Crs}'}})");
    }
}
