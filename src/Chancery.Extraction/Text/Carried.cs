namespace Chancery.Extraction.Text;

/// <summary>The tables and models that the assembly carries.</summary>
internal static class Carried
{
    /// <summary>A resource where it lies in the loaded assembly, not copied.</summary>
    public static unsafe ReadOnlySpan<byte> Bytes(string name)
    {
        using Stream stream = Open(name);
        return stream is UnmanagedMemoryStream mapped
            ? new ReadOnlySpan<byte>(mapped.PositionPointer, checked((int)mapped.Length))
            : throw new InvalidOperationException($"The resource {name} is not in memory.");
    }

    public static Stream Open(string name) =>
        typeof(Carried).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is not in the assembly.");
}
