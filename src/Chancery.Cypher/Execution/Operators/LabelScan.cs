using Chancery.Cypher.Storage;

namespace Chancery.Cypher.Execution.Operators;

internal sealed class LabelScan(Operator input, int slot, TokenSet label) : NodeScan(input, slot)
{
    protected override Membership.Enumerator Nodes() =>
        Context.View.NodesWithLabel(label.ResolveOne(Context.View.Tokens.Labels)).GetEnumerator();
}
