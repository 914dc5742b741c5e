using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using Chancery.Http;
using Chancery.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Chancery.Service;

/// <summary>
/// Knows a caller by <c>Authorization: Bearer KEY</c>, <c>X-Api-Key: KEY</c> or Basic with name and key, which browsers ask for by
/// themselves. Without configured callers this machine's are admins.
/// </summary>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Credentials credentials)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Key";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Basic realm=\"Chancery\", charset=\"UTF-8\"";
        return base.HandleChallengeAsync(properties);
    }

    private AuthenticateResult Authenticate()
    {
        if (credentials.AreAbsent)
        {
            return Context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
                ? Success("local", Role.Admin)
                : AuthenticateResult.NoResult();
        }

        (string? name, string? secret) = Presented();
        if (secret is null)
        {
            return AuthenticateResult.NoResult();
        }

        return credentials.Find(name, secret) is { } known ? Success(known.Name, known.Role) : AuthenticateResult.Fail("The key is not known.");
    }

    private (string? Name, string? Secret) Presented()
    {
        if (Request.Headers.TryGetValue("X-Api-Key", out var key))
        {
            return (null, key.ToString());
        }

        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out AuthenticationHeaderValue? header) || header.Parameter is null)
        {
            return (null, null);
        }

        if (header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return (null, header.Parameter);
        }

        byte[] bytes = new byte[header.Parameter.Length];
        return header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(header.Parameter, bytes, out int length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [string name, string secret]
                ? (name, secret)
                : (null, null);
    }

    private AuthenticateResult Success(string name, string role) =>
        AuthenticateResult.Success(new AuthenticationTicket(Credentials.Principal(name, role, SchemeName), SchemeName));
}
