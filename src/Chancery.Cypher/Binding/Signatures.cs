namespace Chancery.Cypher.Binding;

/// <summary>
/// What the binder knows of a function; the implementation is found by <c>Name</c>, whose spelling is the canonical one.
/// <c>MaximumArguments</c> is <c>int.MaxValue</c> where the last parameter repeats.
/// </summary>
internal sealed record FunctionSignature(
    string Name, IReadOnlyList<SignatureField> Parameters, int MinimumArguments, int MaximumArguments, StaticType Result)
{
    public bool IsAggregate { get; init; }

    /// <summary>False for <c>rand()</c>, <c>randomUUID()</c>, and the clocks.</summary>
    public bool IsDeterministic { get; init; } = true;

    /// <summary>As <c>SHOW FUNCTIONS</c> lists it: Aggregating, Scalar, List, String, Numeric, Trigonometric, Logarithmic, Temporal, Spatial, Predicate, Database.</summary>
    public required string Category { get; init; }

    /// <summary><c>left(original :: STRING, length :: INTEGER) :: STRING</c></summary>
    public required string Text { get; init; }

    /// <summary>What it gives back, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>The parameter that an argument belongs to.</summary>
    public SignatureField Parameter(int argument) => Parameters[Math.Min(argument, Parameters.Count - 1)];
}

/// <summary><c>Default</c> is the text of an optional parameter's default, null where an argument is required.</summary>
internal sealed record SignatureField(string Name, StaticType Type, string? Default = null);

internal enum ProcedureMode : byte
{
    Read,
    Write,
    Schema,
    Dbms,
}

/// <summary>What the binder knows of a procedure; no outputs means that rows pass through a call of it.</summary>
internal sealed record ProcedureSignature(
    string Name, IReadOnlyList<SignatureField> Inputs, IReadOnlyList<SignatureField> Outputs, ProcedureMode Mode = ProcedureMode.Read)
{
    public string Description { get; init; } = "";

    /// <summary><c>db.labels() :: (label :: STRING)</c></summary>
    public string Text =>
        $"{Name}({Print(Inputs)}) :: {(Outputs.Count == 0 ? "VOID" : $"({Print(Outputs)})")}";

    /// <summary>Reads the form of <see cref="Text"/>, with Neo4j's type names; a question mark after a type is allowed.</summary>
    public static ProcedureSignature Parse(string text, ProcedureMode mode = ProcedureMode.Read, string description = "") =>
        new SignatureReader(text).ReadProcedure() with { Mode = mode, Description = description };

    private static string Print(IReadOnlyList<SignatureField> fields) =>
        string.Join(", ", fields.Select(f => f.Default is null ? $"{f.Name} :: {f.Type}" : $"{f.Name} = {f.Default} :: {f.Type}"));
}

/// <summary>The procedures that a statement may call, by name without regard to case.</summary>
internal sealed class ProcedureCatalogue(IEnumerable<ProcedureSignature> signatures)
{
    private readonly Dictionary<string, ProcedureSignature> _byName =
        signatures.ToDictionary(s => s.Name, StringComparer.OrdinalIgnoreCase);

    public static ProcedureCatalogue Empty { get; } = new([]);

    public IReadOnlyCollection<ProcedureSignature> All => _byName.Values;

    public ProcedureSignature? Find(string name) => _byName.GetValueOrDefault(name);
}
