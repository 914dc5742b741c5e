using Chancery.Cypher.Storage;
using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Expressions.Evaluators;

/// <summary>A label expression made ready to ask one element after the other.</summary>
internal abstract class LabelTest
{
    public static LabelTest Of(LabelExpression expression) => expression switch
    {
        LabelName name => new NameTest(name.Name),
        LabelWildcard => new AnyTest(),
        LabelNot not => new NotTest(Of(not.Operand)),
        LabelAnd and => new AllTest([.. and.Operands.Select(Of)]),
        LabelOr or => new SomeTest([.. or.Operands.Select(Of)]),
        _ => throw new InvalidOperationException($"No meaning for {expression.GetType().Name}."),
    };

    public bool Holds(Value element)
    {
        if (element.TryGetUnread(out ElementSource? source, out long id, out bool isNode) && source is GraphView view)
        {
            return isNode ? HoldsNode(view, (int)id) : HoldsRelationship(view, (int)id);
        }

        return HoldsAny(element.Kind == ValueKind.Node ? element.AsNode().Labels : [element.AsRelationship().Type]);
    }

    public abstract bool HoldsNode(GraphView view, int node);

    protected abstract bool HoldsRelationship(GraphView view, int relationship);

    /// <summary>Over the names of an element that left its graph.</summary>
    protected abstract bool HoldsAny(IReadOnlyList<string> names);

    private sealed class NameTest(string name) : LabelTest
    {
        // Ids in the store, once it knows the name; they never change.
        private int _label = -1;
        private int _type = -1;

        public override bool HoldsNode(GraphView view, int node)
        {
            _label = _label >= 0 ? _label : view.Tokens.Labels.Find(name);
            return view.HasLabel(node, _label);
        }

        protected override bool HoldsRelationship(GraphView view, int relationship)
        {
            _type = _type >= 0 ? _type : view.Tokens.Types.Find(name);
            return view.Relationship(relationship).Type == _type;
        }

        protected override bool HoldsAny(IReadOnlyList<string> names) => names.Contains(name);
    }

    private sealed class AnyTest : LabelTest
    {
        public override bool HoldsNode(GraphView view, int node) => view.LabelsOf(node).Length > 0;

        protected override bool HoldsRelationship(GraphView view, int relationship) => true;

        protected override bool HoldsAny(IReadOnlyList<string> names) => names.Count > 0;
    }

    private sealed class NotTest(LabelTest operand) : LabelTest
    {
        public override bool HoldsNode(GraphView view, int node) => !operand.HoldsNode(view, node);

        protected override bool HoldsRelationship(GraphView view, int relationship) => !operand.HoldsRelationship(view, relationship);

        protected override bool HoldsAny(IReadOnlyList<string> names) => !operand.HoldsAny(names);
    }

    private sealed class AllTest(LabelTest[] operands) : LabelTest
    {
        public override bool HoldsNode(GraphView view, int node) => operands.All(operand => operand.HoldsNode(view, node));

        protected override bool HoldsRelationship(GraphView view, int relationship) =>
            operands.All(operand => operand.HoldsRelationship(view, relationship));

        protected override bool HoldsAny(IReadOnlyList<string> names) => operands.All(operand => operand.HoldsAny(names));
    }

    private sealed class SomeTest(LabelTest[] operands) : LabelTest
    {
        public override bool HoldsNode(GraphView view, int node) => operands.Any(operand => operand.HoldsNode(view, node));

        protected override bool HoldsRelationship(GraphView view, int relationship) =>
            operands.Any(operand => operand.HoldsRelationship(view, relationship));

        protected override bool HoldsAny(IReadOnlyList<string> names) => operands.Any(operand => operand.HoldsAny(names));
    }
}
