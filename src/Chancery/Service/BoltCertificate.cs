using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Chancery.Settings;

namespace Chancery.Service;

/// <summary>The certificate that the settings give to Bolt.</summary>
internal static class BoltCertificate
{
    /// <summary>The certificate with its key first, then the rest of its chain; empty where none is set.</summary>
    /// <exception cref="InvalidOperationException">A file is missing, or holds no such thing, or key and certificate do not belong together.</exception>
    public static X509Certificate2Collection Read(BoltSettings settings)
    {
        X509Certificate2Collection chain = [];
        if (settings.Certificate is not { } path)
        {
            return settings.CertificateKey is null ? chain : throw new InvalidOperationException("Settings: Bolt:CertificateKey is given without Bolt:Certificate.");
        }

        try
        {
            using X509Certificate2 read = X509Certificate2.CreateFromPemFile(path, settings.CertificateKey);
            chain.ImportFromPemFile(path);
            // A key that was read from PEM is not everywhere taken for TLS; one from PKCS #12 is.
            chain[0] = X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
            return chain;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"Settings: Bolt:Certificate ({path}{(settings.CertificateKey is { } key ? $" with the key {key}" : "")}): {e.Message}", e);
        }
    }
}
