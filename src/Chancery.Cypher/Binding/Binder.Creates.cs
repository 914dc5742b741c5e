using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Binding;

internal sealed partial class Binder
{
    private BoundCreate BindCreate(CreateClause create) => new([.. create.Patterns.Select(p => BindCreatePath(p, isMerge: false))]);

    private BoundMerge BindMerge(MergeClause merge)
    {
        BoundCreatePath create = BindCreatePath(merge.Pattern, isMerge: true);
        BoundPathPattern pattern = PatternOf(create, merge.Pattern);
        return new BoundMerge(pattern, create, [.. merge.OnCreate.Select(BindSetItem)], [.. merge.OnMatch.Select(BindSetItem)]);
    }

    private BoundCreatePath BindCreatePath(PathPattern path, bool isMerge)
    {
        if (path.Shortest != ShortestForm.None || path.Selector is not null)
        {
            Fail(path.Span, "UnexpectedSyntax", "A path selector belongs to MATCH: CREATE and MERGE make exactly what is written");
        }

        List<BoundCreateElement> elements = [];
        bool isSingleNode = path.Elements.Count == 1;
        foreach (PatternElement element in path.Elements)
        {
            elements.Add(element switch
            {
                NodePattern node when elements.Count == 0 || elements[^1] is BoundCreateRelationship => BindCreateNode(node, isSingleNode, isMerge),
                RelationshipPattern relationship => BindCreateRelationship(relationship, isMerge),
                _ => throw Error(element.Span, "UnexpectedSyntax", "Expected a relationship: CREATE and MERGE make single nodes and relationships"),
            });
        }

        BoundVariable? variable = path.Variable is null ? null : Declare(path.Variable, StaticType.Path);
        return new BoundCreatePath(variable, elements);
    }

    private BoundCreateNode BindCreateNode(NodePattern node, bool isSingleNode, bool isMerge)
    {
        RefuseWhere(node.Where);
        BoundTokens labels = LabelsToCreate(node.Labels);
        if (node.Variable is { } name && _scope.Find(name.Name) is { } known)
        {
            if (!known.Type.MayBe(TypeSet.Node))
            {
                Fail(name.Span, "VariableTypeConflict", $"Type mismatch: `{name.Name}` is used as NODE here but was defined as {known.Type}");
            }

            if (isSingleNode || node.Labels is not null || node.Properties is not null)
            {
                Fail(
                    name.Span,
                    "VariableAlreadyBound",
                    $"Can't create node `{name.Name}` with labels or properties here. The variable is already declared in this context");
            }

            return new BoundCreateNode(known, BoundTokens.None, null, true) { Span = node.Span };
        }

        BoundExpression? properties = BindProperties(node.Properties, isMerge);
        BoundVariable variable = node.Variable is { } own ? Declare(own, StaticType.Node) : NewHidden("node", StaticType.Node);
        return new BoundCreateNode(variable, labels, properties, false) { Span = node.Span };
    }

    private BoundCreateRelationship BindCreateRelationship(RelationshipPattern relationship, bool isMerge)
    {
        RefuseWhere(relationship.Where);
        if (relationship.Variable is { } name)
        {
            RequireUnbound(name);
        }

        if (relationship.Length is not null || relationship.Quantifier is not null)
        {
            Fail(relationship.Span, "CreatingVarLength", $"Variable length relationships cannot be used in {(isMerge ? "MERGE" : "CREATE")}");
        }

        if (relationship.Types is not (LabelName or LabelComputed))
        {
            throw Error(
                relationship.Span,
                "NoSingleRelationshipType",
                $"Exactly one relationship type must be specified for {(isMerge ? "MERGE" : "CREATE")}. Did you forget to prefix your relationship type with a ':'?");
        }

        if (!isMerge && relationship.Direction is RelationshipDirection.Either or RelationshipDirection.Both)
        {
            Fail(relationship.Span, "RequiresDirectedRelationship", "Only directed relationships are supported in CREATE");
        }

        BoundTokens type = BindTokens([relationship.Types]);
        BoundExpression? properties = BindProperties(relationship.Properties, isMerge);
        BoundVariable variable = relationship.Variable is { } own
            ? Declare(own, StaticType.Relationship)
            : NewHidden("relationship", StaticType.Relationship);
        return new BoundCreateRelationship(variable, type, properties, relationship.Direction == RelationshipDirection.Left)
        {
            Span = relationship.Span,
        };
    }

    private BoundExpression? BindProperties(Expression? properties, bool isMerge)
    {
        if (isMerge && properties is Parameter parameter)
        {
            Fail(
                parameter.Span,
                "InvalidParameterUse",
                $"Parameter maps cannot be used in MATCH or MERGE patterns (use a literal map instead, e.g. '{{id: ${parameter.Name}.id}}')");
        }

        return properties is null ? null : BindExpression(properties);
    }

    private void RefuseWhere(Expression? where)
    {
        if (where is not null)
        {
            Fail(where.Span, "UnexpectedSyntax", "WHERE belongs to patterns of MATCH: CREATE and MERGE make exactly what is written");
        }
    }

    private BoundTokens LabelsToCreate(LabelExpression? labels) => labels switch
    {
        null => BoundTokens.None,
        LabelAnd and => BindTokens(and.Operands),
        _ => BindTokens([labels]),
    };

    /// <summary>Names to write, each once.</summary>
    private BoundTokens BindTokens(IReadOnlyList<LabelExpression> labels)
    {
        List<string> names = [];
        List<BoundExpression> computed = [];
        foreach (LabelExpression label in labels)
        {
            switch (label)
            {
                case LabelName name when !names.Contains(name.Name):
                    names.Add(name.Name);
                    break;
                case LabelName:
                    break;
                case LabelComputed { Any: false } some:
                    computed.Add(BindNames(some));
                    break;
                default:
                    throw Error(label.Span, "UnexpectedSyntax", "Labels to create are joined by ':' or '&'; '|', '!', '%' and '$any' belong to MATCH");
            }
        }

        return new BoundTokens(names, computed);
    }

    /// <summary>What MERGE looks for before it creates.</summary>
    private static BoundPathPattern PatternOf(BoundCreatePath create, PathPattern syntax)
    {
        List<BoundPatternElement> elements = [];
        for (int i = 0; i < create.Elements.Count; i++)
        {
            elements.Add(create.Elements[i] switch
            {
                BoundCreateNode node => new BoundNodePattern(
                    node.Variable, NamesOf(node.Labels), PredicatesOf(node, node.Labels), node.IsBound) { Span = node.Span },
                BoundCreateRelationship relationship => new BoundRelationshipPattern(
                    relationship.Variable,
                    relationship.Variable,
                    NamesOf(relationship.Type),
                    ((RelationshipPattern)syntax.Elements[i]).Direction,
                    null,
                    PredicatesOf(relationship, relationship.Type),
                    false) { Span = relationship.Span },
                _ => throw new InvalidOperationException("A created element is a node or a relationship."),
            });
        }

        return new BoundPathPattern(create.Variable, null, elements);
    }

    private static LabelExpression? NamesOf(BoundTokens tokens) => tokens.Names switch
    {
        [] => null,
        [var name] => new LabelName(name),
        _ => new LabelAnd(tokens.Names.Select(name => (LabelExpression)new LabelName(name)).ToSyntaxList()),
    };

    private static BoundExpression[] PredicatesOf(BoundCreateElement element, BoundTokens tokens) =>
    [
        .. tokens.Computed.Select(names =>
            new BoundComputedLabelPredicate(Reference(element.Variable), names, Any: false) { Type = StaticType.Boolean, Span = names.Span }),
        .. ((element.Properties as BoundMap)?.Entries ?? []).Select(entry => new BoundComparison(
            ComparisonOperator.Equal,
            new BoundProperty(Reference(element.Variable), entry.Key) { Type = StaticType.Any, Span = entry.Value.Span },
            entry.Value) { Type = StaticType.Boolean, Span = entry.Value.Span }),
    ];
}
