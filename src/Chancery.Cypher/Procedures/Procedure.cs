using Chancery.Cypher.Binding;
using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Procedures;

/// <summary>Yields the rows of one call, one value an output of the signature.</summary>
internal delegate IEnumerable<Value[]> ProcedureBody(Value[] arguments, QueryContext context);

internal sealed record Procedure(ProcedureSignature Signature, ProcedureBody Body);
