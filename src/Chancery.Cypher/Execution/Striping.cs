using System.Numerics;
using System.Runtime.InteropServices;

namespace Chancery.Cypher.Execution;

/// <summary>Spreads what threads would otherwise fight over: those that run at the same time have places of their own.</summary>
internal static class Striping
{
    /// <summary>So many values are as long as <see cref="Gap"/>.</summary>
    public const int ValuesApart = 8;

    /// <summary>Places; a power of 2.</summary>
    public static int Count { get; } = (int)BitOperations.RoundUpToPowerOf2((uint)(4 * Math.Min(Environment.ProcessorCount, 16)));

    /// <summary>The place of the processor that the current thread runs on; it may be another one a moment later.</summary>
    public static int Current => Thread.GetCurrentProcessorId() & (Count - 1);

    /// <summary>Keeps neighbours off each other's cache lines, which processors fetch in pairs of 64 bytes.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 128)]
    public struct Gap;
}
