using Chancery.Cypher.Binding;

namespace Chancery.Cypher.Planning;

/// <summary>The variables that patterns give values to.</summary>
internal static class PatternVariables
{
    public static IEnumerable<BoundVariable> Introduced(IEnumerable<BoundPathPattern> patterns)
    {
        HashSet<BoundVariable> bound = [];
        HashSet<BoundVariable> found = [];
        foreach (BoundPathPattern pattern in patterns)
        {
            foreach (BoundPatternElement element in pattern.Elements)
            {
                switch (element)
                {
                    case BoundNodePattern node:
                        (node.IsBound ? bound : found).Add(node.Variable);
                        break;
                    case BoundRelationshipPattern relationship:
                        (relationship.IsBound ? bound : found).Add(relationship.Variable);
                        break;
                    case BoundQuantifiedPath path:
                        found.UnionWith(path.Groups.Select(group => group.Group));
                        break;
                }
            }

            if (pattern.Variable is { } variable)
            {
                found.Add(variable);
            }
        }

        return found.Where(variable => !bound.Contains(variable));
    }
}
