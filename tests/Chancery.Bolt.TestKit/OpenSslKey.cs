using System.Security.Cryptography;
using System.Text;

namespace Chancery.Bolt.TestKit;

/// <summary>Private keys in OpenSSL's old encrypted form, <c>Proc-Type: 4,ENCRYPTED</c>, in which the suite has its own and which .NET does not read.</summary>
internal static class OpenSslKey
{
    public static string Decrypt(string pem, string password)
    {
        string[] lines = pem.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] info = lines.First(line => line.StartsWith("DEK-Info: ", StringComparison.Ordinal))["DEK-Info: ".Length..].Split(',');
        if (info[0] != "AES-256-CBC")
        {
            throw new InvalidDataException($"The key is encrypted by {info[0]}; AES-256-CBC was expected.");
        }

        byte[] vector = Convert.FromHexString(info[1]);
        using Aes aes = Aes.Create();
        aes.Key = Derive(Encoding.UTF8.GetBytes(password), vector[..8], 32);
        byte[] encrypted = Convert.FromBase64String(string.Concat(lines.Where(line => !line.Contains(':', StringComparison.Ordinal) && !line.StartsWith('-'))));
        return PemEncoding.WriteString("RSA PRIVATE KEY", aes.DecryptCbc(encrypted, vector));
    }

    // EVP_BytesToKey with MD5 and one round: weak, and what the format has.
    private static byte[] Derive(byte[] password, byte[] salt, int size)
    {
        byte[] key = [];
        byte[] last = [];
        while (key.Length < size)
        {
#pragma warning disable CA5351
            last = MD5.HashData([.. last, .. password, .. salt]);
#pragma warning restore CA5351
            key = [.. key, .. last];
        }

        return key[..size];
    }
}
