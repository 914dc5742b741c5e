namespace Chancery.Http;

/// <summary>What callers may do: readers read, curators write data as well, admins change the schema, end what others run, and run the service.</summary>
internal static class Role
{
    public const string Reader = "reader";
    public const string Curator = "curator";
    public const string Admin = "admin";
}
