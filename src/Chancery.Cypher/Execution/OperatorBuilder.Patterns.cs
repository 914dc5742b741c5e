using Chancery.Cypher.Binding;
using Chancery.Cypher.Execution.Operators;
using Chancery.Cypher.Execution.Paths;
using Chancery.Cypher.Planning;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Execution;

internal sealed partial class OperatorBuilder
{
    private Operator Seek(Planning.NodeIndexSeek seek)
    {
        Operator input = Input(seek);
        return seek.Key switch
        {
            SeekText text => new TextIndexSeek(input, seek.Node.Slot, seek.Index, Compile(text.Text)),
            _ => new Operators.NodeIndexSeek(input, seek.Node.Slot, seek.Index, Question(seek)),
        };
    }

    private IndexQuestion Question(Planning.NodeIndexSeek seek) => seek.Key switch
    {
        SeekEqual equal => new EqualQuestion(_compiler.CompileAll(equal.Values), seek.Unique && equal.Values.Count == seek.Keys.Count),
        SeekIn any => new AnyOfQuestion(Compile(any.List)),
        SeekRange range => new RangeQuestion(
            _compiler.CompileOptional(range.Lower?.Value),
            range.Lower?.Inclusive ?? false,
            _compiler.CompileOptional(range.Upper?.Value),
            range.Upper?.Inclusive ?? false),
        SeekPrefix starts => new PrefixQuestion(Compile(starts.Prefix)),
        SeekAll => new AllQuestion(),
        _ => throw new InvalidOperationException($"No question for {seek.Key.GetType().Name}."),
    };

    private Operator Walk(Planning.VarExpand expand)
    {
        VarExpandShape shape = new(
            expand.From.Slot,
            expand.Hop.Relationship.Slot,
            expand.Step.Slot,
            expand.To.Slot,
            expand.Length.Minimum,
            expand.Length.Maximum ?? long.MaxValue,
            _compiler.CompileAll(expand.Predicates),
            expand.Into,
            expand.Reversed,
            _needed.Contains(expand.Hop.Relationship),
            Slots(expand.Others));
        return expand.ListKnown
            ? new WalkEndpoints(Input(expand), shape, LegsOf(expand.Hop))
            : new Operators.VarExpand(Input(expand), shape, LegsOf(expand.Hop));
    }

    private Operator Rounds(NestedPlan step, RoundShape shape, Func<Operator, RoundMatcher, Operator> make)
    {
        HashSet<BoundVariable> read = [.. PlanVariables.ReadBy(step), .. step.Inner.Steps().SelectMany(PlanVariables.ReadBy)];
        Operator input = Beneath([.. _needed, .. read], step.Input);
        Operator inner = Beneath(
            [shape.InnerTo, .. shape.InnerRelationships, .. shape.Groups.Select(group => group.Inner)], step.Inner);
        RoundMatcher matcher = new(inner, new RoundSlots(
            shape.From.Slot,
            shape.To.Slot,
            shape.InnerFrom.Slot,
            shape.InnerTo.Slot,
            shape.Length.Minimum,
            shape.Length.Maximum ?? long.MaxValue,
            Slots(shape.InnerRelationships),
            [.. shape.Groups.Select(group => (group.Inner.Slot, group.Group.Slot))],
            shape.Into,
            shape.Reversed));
        return make(input, matcher);
    }

    private Operators.ShortestPath Shortest(Planning.ShortestPath path)
    {
        ShortestPathShape shape = new(
            path.From.Slot,
            path.Hop.Relationship.Slot,
            path.To.Slot,
            path.Path is { } named && (_needed.Contains(named) || path.PathPredicates.Count > 0) ? named.Slot : -1,
            path.Length.Minimum,
            path.Length.Maximum ?? long.MaxValue,
            path.All,
            _compiler.CompileAll(path.PathPredicates));
        Hop backward = path.Hop with
        {
            Direction = path.Hop.Direction switch
            {
                RelationshipDirection.Left => RelationshipDirection.Right,
                RelationshipDirection.Right => RelationshipDirection.Left,
                RelationshipDirection direction => direction,
            },
        };
        PathSearch search = new(LegsOf(path.Hop), LegsOf(backward), path.Step.Slot, _compiler.CompileAll(path.StepPredicates));
        return new Operators.ShortestPath(Input(path), shape, search);
    }

    private Operator Select(Planning.SelectPaths select)
    {
        HashSet<BoundVariable> above = _needed;
        return Nested(select, (outer, inner) => new Operators.SelectPaths(
            outer,
            inner,
            select.Start.Slot,
            select.End.Slot,
            Slots(select.Relationships),
            select.Kind,
            _compiler.CompileOptional(select.Count),
            KeptOf(select.Inner, above)));
    }
}
