using Chancery.Cypher.Execution;
using Chancery.Graph;

namespace Chancery.Cypher.Functions;

/// <summary>Computes a function; the arguments are as many as its signature allows.</summary>
internal delegate Value FunctionBody(ReadOnlySpan<Value> arguments, QueryContext context);

/// <summary>How null arguments are met.</summary>
internal enum NullRule : byte
{
    /// <summary>A null in any argument gives null without a call.</summary>
    Propagates,

    /// <summary>The body sees nulls.</summary>
    Passes,
}

/// <summary>One row of the function table: the signature stands in the binder's catalogue under the same name.</summary>
internal sealed record Function(string Name, FunctionBody Body, NullRule Nulls = NullRule.Propagates);
