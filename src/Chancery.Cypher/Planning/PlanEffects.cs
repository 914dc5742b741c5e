using Chancery.Cypher.Binding;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Planning;

/// <summary>Works out the effects of single steps.</summary>
internal static class PlanEffects
{
    public static Effects Of(LogicalPlan step)
    {
        Effects effects = new();
        foreach (BoundExpression expression in PlanVariables.Expressions(step))
        {
            Read(expression, effects);
        }

        switch (step)
        {
            case AllNodesScan or NodeByIdSeek:
                effects.FindsNodes.AddAll();
                break;
            case LabelScan scan:
                effects.FindsNodes.Add(scan.Label);
                break;
            case NodeIndexSeek seek:
                effects.FindsNodes.Add(seek.Label);
                effects.ReadsKeys.Add(seek.Keys);
                break;
            case RelationshipScan scan:
                Walk(scan.Hop, effects);
                break;
            case Expand expand:
                Walk(expand.Hop, effects);
                break;
            case VarExpand expand:
                Walk(expand.Hop, effects);
                break;
            case ShortestPath path:
                Walk(path.Hop, effects);
                break;
            case Create create:
                foreach (BoundCreatePath path in create.Paths)
                {
                    Make(path, effects);
                }

                break;
            case Merge merge:
                Make(merge.Clause.Create, effects);
                Set(merge.Clause.OnCreate.Concat(merge.Clause.OnMatch), effects);
                break;
            case SetItems set:
                Set(set.Items, effects);
                break;
            case Delete:
                effects.Deletes = true;
                break;
            case ProcedureCall call:
                effects.FindsNodes.AddAll();
                effects.FindsRelationships.AddAll();
                effects.Deletes = call.Writes;
                break;
        }

        return effects;
    }

    private static void Walk(Hop hop, Effects effects)
    {
        if (hop.Types.Count == 0)
        {
            effects.FindsRelationships.AddAll();
        }

        effects.FindsRelationships.Add(hop.Types);
    }

    private static void Make(BoundCreatePath path, Effects effects)
    {
        foreach (BoundCreateElement element in path.Elements)
        {
            switch (element)
            {
                case BoundCreateNode { IsBound: false } node:
                    effects.CreatesAnyNode = true;
                    Write(node.Labels, effects.CreatesNodes);
                    break;
                case BoundCreateRelationship relationship:
                    Write(relationship.Type, effects.CreatesRelationships);
                    break;
            }
        }
    }

    private static void Write(BoundTokens tokens, NameSet names)
    {
        names.Add(tokens.Names);
        if (tokens.Computed.Count > 0)
        {
            names.AddAll();
        }
    }

    private static void Set(IEnumerable<BoundSetItem> items, Effects effects)
    {
        foreach (BoundSetItem item in items)
        {
            switch (item)
            {
                case BoundSetProperty set:
                    effects.SetsKeys.Add(set.Key);
                    break;
                case BoundSetLabels set:
                    Write(set.Labels, effects.SetsLabels);
                    break;
                case BoundRemoveLabels set:
                    Write(set.Labels, effects.SetsLabels);
                    break;
                default:
                    effects.SetsKeys.AddAll();
                    break;
            }
        }
    }

    private static void Read(BoundExpression expression, Effects effects)
    {
        switch (expression)
        {
            case BoundProperty property when property.Target.Type.MayBe(TypeSet.Element):
                effects.ReadsKeys.Add(property.Key);
                break;
            case BoundIndex index when index.Target.Type.MayBe(TypeSet.Element):
                effects.ReadsKeys.AddAll();
                break;
            case BoundMapProjection:
                effects.ReadsKeys.AddAll();
                break;
            case BoundLabelPredicate labels:
                ReadLabels(labels.Labels, effects);
                break;
            case BoundComputedLabelPredicate:
                effects.ReadsLabels.AddAll();
                break;
            case BoundFunctionCall { Function.Name: "properties" or "keys" }:
                effects.ReadsKeys.AddAll();
                break;
            case BoundFunctionCall { Function.Name: "labels" }:
                effects.ReadsLabels.AddAll();
                break;
            case BoundSubqueryExpression:
                effects.FindsNodes.AddAll();
                effects.FindsRelationships.AddAll();
                effects.ReadsKeys.AddAll();
                effects.ReadsLabels.AddAll();
                break;
        }

        foreach (BoundExpression child in VariableUse.Children(expression))
        {
            Read(child, effects);
        }
    }

    private static void ReadLabels(LabelExpression labels, Effects effects)
    {
        switch (labels)
        {
            case LabelName name:
                effects.ReadsLabels.Add(name.Name);
                break;
            case LabelNot negated:
                ReadLabels(negated.Operand, effects);
                break;
            case LabelAnd all:
                foreach (LabelExpression operand in all.Operands)
                {
                    ReadLabels(operand, effects);
                }

                break;
            case LabelOr any:
                foreach (LabelExpression operand in any.Operands)
                {
                    ReadLabels(operand, effects);
                }

                break;
            default:
                effects.ReadsLabels.AddAll();
                break;
        }
    }
}
