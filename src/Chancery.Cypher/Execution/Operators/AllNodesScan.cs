using Chancery.Cypher.Storage;

namespace Chancery.Cypher.Execution.Operators;

internal sealed class AllNodesScan(Operator input, int slot) : NodeScan(input, slot)
{
    protected override Membership.Enumerator Nodes() => Context.View.Nodes.GetEnumerator();
}
