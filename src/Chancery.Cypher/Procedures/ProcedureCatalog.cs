using Chancery.Graph;
using Chancery.Cypher.Execution;

namespace Chancery.Cypher.Procedures;

/// <summary>Yields the rows of one call, one value an output column.</summary>
internal delegate IEnumerable<Value[]> ProcedureBody(Value[] arguments, QueryContext context);

internal sealed record Procedure(ProcedureSignature Signature, ProcedureBody Body);

/// <summary>The procedures that statements may call, by name without regard to case.</summary>
internal sealed class ProcedureCatalog
{
    private readonly Dictionary<string, Procedure> _procedures;

    public ProcedureCatalog(IEnumerable<Procedure> procedures)
    {
        _procedures = procedures.ToDictionary(procedure => procedure.Signature.Name, StringComparer.OrdinalIgnoreCase);
    }

    public IEnumerable<Procedure> All => _procedures.Values;

    public Procedure? Find(string name) => _procedures.GetValueOrDefault(name);
}
