using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Chancery.Http;
using Chancery.Settings;

namespace Chancery.Service;

/// <summary>The callers that the settings know.</summary>
internal sealed class Credentials
{
    private readonly AccessSettings[] _known;

    /// <exception cref="InvalidOperationException">An entry lacks its name or secret, or its role is none.</exception>
    public Credentials(AccessSettings[] known)
    {
        _known = known;
        foreach (AccessSettings entry in known)
        {
            if (entry.Name.Length == 0 || entry.Secret.Length == 0)
            {
                throw new InvalidOperationException("Settings: every entry of Access needs a Name and a Secret.");
            }

            if (entry.Role is not (Role.Reader or Role.Curator or Role.Admin))
            {
                throw new InvalidOperationException($"Settings: Access: '{entry.Role}' is no role: {Role.Reader}, {Role.Curator} or {Role.Admin}.");
            }
        }
    }

    /// <summary>True where nobody is known: then the machine itself is trusted, and nobody else.</summary>
    public bool AreAbsent => _known.Length == 0;

    public AccessSettings? Find(string? name, string secret) =>
        _known.FirstOrDefault(entry => (name is null || entry.Name == name) && IsSame(entry.Secret, secret));

    public static ClaimsPrincipal Principal(string name, string role, string scheme) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, role)], scheme));

    // Takes as long for a wrong secret as for the right one.
    private static bool IsSame(string one, string other) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}
