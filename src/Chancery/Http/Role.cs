namespace Chancery.Http;

/// <summary>What callers may do: readers read, curators write as well, admins run the service.</summary>
internal static class Role
{
    public const string Reader = "reader";
    public const string Curator = "curator";
    public const string Admin = "admin";
}
