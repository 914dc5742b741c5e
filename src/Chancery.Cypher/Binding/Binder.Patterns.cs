using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Binding;

internal sealed partial class Binder
{
    private BoundMatch BindMatch(MatchClause match)
    {
        PatternScope names = new();
        BoundPathPattern[] patterns = BindPatterns(match.Patterns, names);
        return new BoundMatch(match.Optional, patterns, BindWhere(match.Where), names.Introduced);
    }

    /// <summary>First all names, then the conditions: a property of one element may refer to any other of the clause.</summary>
    private BoundPathPattern[] BindPatterns(SyntaxList<PathPattern> syntax, PatternScope names)
    {
        foreach (PathPattern path in syntax)
        {
            DeclareElements(path.Elements, names);
            if (path.Variable is { } variable)
            {
                RequireUnbound(variable);
                names.Introduce(Declare(variable, StaticType.Path));
            }
        }

        return [.. syntax.Select(p => BindPath(p, names))];
    }

    private void DeclareElements(SyntaxList<PatternElement> elements, PatternScope names)
    {
        foreach (PatternElement element in elements)
        {
            switch (element)
            {
                case NodePattern { Variable: { } variable }:
                    DeclareElement(variable, TypeSet.Node, StaticType.Node, names);
                    break;
                case RelationshipPattern { Variable: { } variable } relationship:
                    DeclareRelationship(variable, relationship, names);
                    break;
                case ParenthesizedPath { Quantifier: null } group:
                    DeclareElements(group.Inner.Elements, names);
                    break;
                case ParenthesizedPath group:
                    DeclareGroup(group, names);
                    break;
                default:
                    break;
            }
        }
    }

    private void DeclareRelationship(Identifier variable, RelationshipPattern relationship, PatternScope names)
    {
        bool repeated = relationship.Length is not null || relationship.Quantifier is not null;
        if (!names.Relationships.Add(variable.Name))
        {
            Fail(
                variable.Span,
                "RelationshipUniquenessViolation",
                $"Cannot use the same relationship variable `{variable.Name}` for multiple relationships in the same pattern");
        }

        DeclareElement(
            variable,
            repeated ? TypeSet.List : TypeSet.Relationship,
            repeated ? StaticType.ListOf(StaticType.Relationship) : StaticType.Relationship,
            names);
    }

    private void DeclareElement(Identifier name, TypeSet kind, StaticType type, PatternScope names)
    {
        if (_scope.Find(name.Name) is not { } known)
        {
            names.Introduce(Declare(name, type));
            return;
        }

        bool fits = known.Type.MayBe(kind)
            && (kind != TypeSet.List || known.Type.Items.MayBe(TypeSet.Relationship));
        if (!fits)
        {
            Fail(
                name.Span,
                "VariableTypeConflict",
                $"Type mismatch: `{name.Name}` is used as {type} here but was defined as {known.Type}");
        }
    }

    /// <summary>Outside a quantified path its variables are lists, one item a round.</summary>
    private void DeclareGroup(ParenthesizedPath group, PatternScope names)
    {
        Scope outer = _scope;
        Scope inner = new(outer);
        PatternScope innerNames = new();
        _scope = inner;
        DeclareElements(group.Inner.Elements, innerNames);
        if (group.Inner.Variable is { } path)
        {
            innerNames.Introduce(Declare(path, StaticType.Path));
        }

        _scope = outer;
        List<BoundGroupVariable> groups = [];
        foreach (BoundVariable variable in inner.Own)
        {
            BoundVariable list = NewVariable(variable.Name, StaticType.ListOf(variable.Type));
            outer.Declare(list);
            names.Introduce(list);
            groups.Add(new BoundGroupVariable(variable, list));
        }

        names.Groups.Add(group, (inner, innerNames, groups));
    }

    private BoundPathPattern BindPath(PathPattern path, PatternScope names)
    {
        List<BoundPatternElement> elements = [];
        List<BoundExpression> predicates = [];
        AddElements(path.Elements, names, elements, predicates);
        FillNode(elements, names, path.Span, isLast: true);
        BoundVariable? variable = path.Variable is null ? null : _scope.Find(path.Variable.Name);
        return new BoundPathPattern(variable, BindSelector(path, elements), elements) { Predicates = predicates };
    }

    private void AddElements(
        SyntaxList<PatternElement> syntax, PatternScope names, List<BoundPatternElement> elements, List<BoundExpression> predicates)
    {
        foreach (PatternElement element in syntax)
        {
            switch (element)
            {
                case NodePattern node:
                    if (elements.Count > 0 && elements[^1] is BoundNodePattern)
                    {
                        Fail(node.Span, "UnexpectedSyntax", "Two node patterns stand side by side: a relationship or a quantified path must stand between them");
                    }

                    elements.Add(BindNodePattern(node, names));
                    break;
                case RelationshipPattern relationship:
                    FillNode(elements, names, relationship.Span, isLast: false);
                    elements.Add(BindRelationshipPattern(relationship, names));
                    break;
                case ParenthesizedPath { Quantifier: null } group:
                    AddElements(group.Inner.Elements, names, elements, predicates);
                    if (BindWhere(group.Where) is { } where)
                    {
                        predicates.Add(where);
                    }

                    break;
                case ParenthesizedPath group:
                    FillNode(elements, names, group.Span, isLast: false);
                    elements.Add(BindQuantifiedPath(group, names));
                    break;
                default:
                    throw new InvalidOperationException($"No binding for {element.GetType().Name}.");
            }
        }
    }

    /// <summary>Where a connection begins or the path ends there must be a node; one that was not written is made up.</summary>
    private void FillNode(List<BoundPatternElement> elements, PatternScope names, TextSpan span, bool isLast)
    {
        if (elements.Count == 0 || elements[^1] is not BoundNodePattern)
        {
            if (elements.Count > 0 && elements[^1] is BoundRelationshipPattern && isLast)
            {
                Fail(span, "UnexpectedSyntax", "A path must end in a node");
            }

            BoundVariable variable = names.Introduce(NewHidden("node", StaticType.Node));
            elements.Add(new BoundNodePattern(variable, null, [], false) { Span = new(span.Offset, 0) });
        }
    }

    private BoundNodePattern BindNodePattern(NodePattern node, PatternScope names)
    {
        BoundVariable variable = node.Variable is { } name ? _scope.Find(name.Name)! : names.Introduce(NewHidden("node", StaticType.Node));
        List<BoundExpression> predicates = BindElementPredicates(variable, node.Properties, node.Where);
        NoteReads(NameKind.Label, node.Labels);
        LabelExpression? labels = SplitLabels(variable, node.Labels, predicates);
        return new BoundNodePattern(variable, labels, predicates, !names.Contains(variable)) { Span = node.Span };
    }

    private BoundRelationshipPattern BindRelationshipPattern(RelationshipPattern relationship, PatternScope names)
    {
        if (relationship.Length is not null && relationship.Quantifier is not null)
        {
            Fail(relationship.Quantifier.Span, "InvalidRelationshipPattern", "A relationship has either a variable length or a quantifier");
        }

        NoteReads(NameKind.RelationshipType, relationship.Types);
        BoundLength? length = relationship switch
        {
            { Length: { } l } => new BoundLength(l.Minimum ?? 1, l.Maximum),
            { Quantifier: { } q } => new BoundLength(q.Minimum, q.Maximum),
            _ => null,
        };
        StaticType type = length is null ? StaticType.Relationship : StaticType.ListOf(StaticType.Relationship);
        BoundVariable variable = relationship.Variable is { } name
            ? _scope.Find(name.Name)!
            : names.Introduce(NewHidden("relationship", type));
        BoundVariable step = variable;
        List<BoundExpression> predicates;
        if (length is null)
        {
            predicates = BindElementPredicates(variable, relationship.Properties, relationship.Where);
        }
        else
        {
            // Each relationship in turn; inside its own conditions the name means that one.
            step = NewHidden("step", StaticType.Relationship);
            Scope inner = new(_scope);
            if (relationship.Variable is { } list)
            {
                inner.Declare(list.Name, step);
            }

            predicates = InScope(inner, () => BindElementPredicates(step, relationship.Properties, relationship.Where));
        }

        LabelExpression? types = SplitLabels(step, relationship.Types, predicates);
        return new BoundRelationshipPattern(
            variable, step, types, relationship.Direction, length, predicates, !names.Contains(variable)) { Span = relationship.Span };
    }

    private List<BoundExpression> BindElementPredicates(BoundVariable variable, Expression? properties, Expression? where)
    {
        List<BoundExpression> predicates = [];
        if (properties is Parameter parameter)
        {
            Fail(
                parameter.Span,
                "InvalidParameterUse",
                $"Parameter maps cannot be used in MATCH or MERGE patterns (use a literal map instead, e.g. '{{id: ${parameter.Name}.id}}')");
        }

        foreach (MapEntry entry in (properties as MapExpression)?.Entries ?? [])
        {
            NoteRead(NameKind.PropertyKey, entry.Key.Name, entry.Key.Span);
            BoundProperty property = new(Reference(variable, entry.Key.Span), entry.Key.Name) { Type = StaticType.Any, Span = entry.Key.Span };
            BoundExpression value = WithAggregation(AggregationMode.Forbidden, null, () => BindExpression(entry.Value));
            predicates.Add(new BoundComparison(ComparisonOperator.Equal, property, value) { Type = StaticType.Boolean, Span = entry.Span });
        }

        if (BindWhere(where) is { } condition)
        {
            predicates.Add(condition);
        }

        return predicates;
    }

    private BoundQuantifiedPath BindQuantifiedPath(ParenthesizedPath group, PatternScope names)
    {
        (Scope inner, PatternScope innerNames, List<BoundGroupVariable> groups) = names.Groups[group];
        return InScope(inner, () =>
        {
            BoundPathPattern path = BindPath(group.Inner, innerNames);
            List<BoundExpression> predicates = [.. path.Predicates];
            if (BindWhere(group.Where) is { } where)
            {
                predicates.Add(where);
            }

            BoundLength length = new(group.Quantifier!.Minimum, group.Quantifier.Maximum);
            return new BoundQuantifiedPath(path.Elements, predicates, length, groups) { Variable = path.Variable, Span = group.Span };
        });
    }

    private BoundPathSelector? BindSelector(PathPattern path, List<BoundPatternElement> elements)
    {
        if (path.Shortest != ShortestForm.None)
        {
            if (elements.Count != 3 || elements[1] is not BoundRelationshipPattern)
            {
                Fail(path.Span, "InvalidRelationshipPattern", "shortestPath(...) must contain exactly one relationship between two nodes");
            }

            return new BoundPathSelector(
                path.Shortest == ShortestForm.One ? PathSelectorKind.Shortest : PathSelectorKind.AllShortest, null, Legacy: true);
        }

        if (path.Selector is null or { Kind: PathSelectorKind.All })
        {
            return null;
        }

        BoundExpression? count = path.Selector.Count is null ? null : BindCount(path.Selector.Count, "the number of paths");
        return new BoundPathSelector(path.Selector.Kind, count, Legacy: false);
    }

    /// <summary>The names of one pattern: which of them it introduces, and what its quantified parts know.</summary>
    private sealed class PatternScope
    {
        private readonly HashSet<BoundVariable> _introduced = [];
        private readonly List<BoundVariable> _inOrder = [];

        public HashSet<string> Relationships { get; } = new(StringComparer.Ordinal);

        public Dictionary<ParenthesizedPath, (Scope Inner, PatternScope Names, List<BoundGroupVariable> Groups)> Groups { get; } =
            new(ReferenceEqualityComparer.Instance);

        public IReadOnlyList<BoundVariable> Introduced => _inOrder;

        public bool Contains(BoundVariable variable) => _introduced.Contains(variable);

        public BoundVariable Introduce(BoundVariable variable)
        {
            _introduced.Add(variable);
            _inOrder.Add(variable);
            return variable;
        }
    }
}
