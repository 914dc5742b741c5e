using System.Numerics;
using System.Runtime.InteropServices;

namespace Chancery.Cypher.Execution;

/// <summary>Spreads what threads would otherwise fight over: each has a place of its own, mostly.</summary>
internal static class Striping
{
    /// <summary>Places; a power of 2.</summary>
    public static int Count { get; } = (int)BitOperations.RoundUpToPowerOf2((uint)(4 * Math.Min(Environment.ProcessorCount, 16)));

    /// <summary>The place of the current thread.</summary>
    public static int Current => Environment.CurrentManagedThreadId & (Count - 1);

    /// <summary>Keeps neighbours off each other's cache lines, which processors fetch in pairs of 64 bytes.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 128)]
    public struct Gap;
}
