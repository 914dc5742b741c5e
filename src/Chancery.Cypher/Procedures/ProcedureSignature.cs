using Chancery.Graph;

namespace Chancery.Cypher.Procedures;

/// <summary>A procedure as callers see it. Types are written as in Cypher: <c>STRING</c>, <c>INTEGER?</c>, <c>LIST&lt;ANY&gt;</c>, <c>MAP</c>.</summary>
internal sealed record ProcedureSignature(
    string Name, IReadOnlyList<ProcedureField> Inputs, IReadOnlyList<ProcedureField> Outputs, ProcedureMode Mode, string Description)
{
    /// <summary>True for a procedure without declared results, which keeps its input's rows.</summary>
    public bool IsVoid => Outputs.Count == 0;
}

/// <summary>An argument or a result column; <c>Default</c> stands for an argument that was left out.</summary>
internal sealed record ProcedureField(string Name, string Type, Value? Default = null);

internal enum ProcedureMode : byte
{
    Read,
    Write,
    Schema,
    Dbms,
}
