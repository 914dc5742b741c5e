using Chancery.Cypher.Binding;
using Chancery.Cypher.Execution.Updates;
using Chancery.Cypher.Planning;

namespace Chancery.Cypher.Execution;

internal sealed partial class OperatorBuilder
{
    private Operators.Merge Merge(Planning.Merge merge, Operator outer, Operator inner) => new(
        outer,
        inner,
        [.. PlanVariables.FilledBy(merge.Inner).Select(variable => variable.Slot).Distinct()],
        Creation(merge.Clause.Create, refuseNull: true),
        Actions(merge.Clause.OnCreate),
        Actions(merge.Clause.OnMatch));

    private PathCreation Creation(BoundCreatePath path, bool refuseNull) => new(
        [
            .. path.Elements.Select(element => element switch
            {
                BoundCreateNode node => new CreationPart(
                    node.Variable.Slot, IsNode: true, node.IsBound, PointsLeft: false, Tokens(node.Labels), _compiler.CompileOptional(node.Properties)),
                BoundCreateRelationship relationship => new CreationPart(
                    relationship.Variable.Slot,
                    IsNode: false,
                    IsBound: false,
                    relationship.PointsLeft,
                    Tokens(relationship.Type),
                    _compiler.CompileOptional(relationship.Properties)),
                _ => throw new InvalidOperationException($"{element.GetType().Name} cannot be created."),
            }),
        ],
        path.Variable?.Slot ?? -1,
        refuseNull);

    private WrittenTokens Tokens(BoundTokens tokens) => new(tokens.Names, _compiler.CompileAll(tokens.Computed));

    private SetAction[] Actions(IReadOnlyList<BoundSetItem> items) =>
    [
        .. items.Select(item => (SetAction)(item switch
        {
            BoundSetProperty set => new SetPropertyAction(Compile(set.Target), set.Key, Compile(set.Value)),
            BoundSetDynamicProperty set => new SetDynamicPropertyAction(Compile(set.Target), Compile(set.Key), Compile(set.Value)),
            BoundSetAllProperties set => new SetAllPropertiesAction(Compile(set.Target), Compile(set.Value), set.Merge),
            BoundSetLabels set => new LabelsAction(Compile(set.Target), Tokens(set.Labels), remove: false),
            BoundRemoveLabels set => new LabelsAction(Compile(set.Target), Tokens(set.Labels), remove: true),
            _ => throw new InvalidOperationException($"{item.GetType().Name} cannot be set."),
        })),
    ];
}
