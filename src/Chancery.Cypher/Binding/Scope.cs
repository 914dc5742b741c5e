namespace Chancery.Cypher.Binding;

/// <summary>The variables that a clause may name. What an inner scope does not know it looks up in the one around it.</summary>
internal sealed class Scope(Scope? outer, bool isLocal = false)
{
    private readonly Dictionary<string, BoundVariable> _variables = new(StringComparer.Ordinal);

    private readonly bool _isLocal = isLocal;

    public Scope? Outer { get; } = outer;

    public IReadOnlyCollection<BoundVariable> Own => _variables.Values;

    /// <summary>All that can be seen from here, inner names hiding outer ones.</summary>
    public IEnumerable<BoundVariable> Visible =>
        Outer is null ? Own : Own.Concat(Outer.Visible.Where(v => !_variables.ContainsKey(v.Name)));

    public BoundVariable? Find(string name)
    {
        for (Scope? scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._variables.TryGetValue(name, out BoundVariable? variable))
            {
                return variable;
            }
        }

        return null;
    }

    /// <summary>True where the name belongs to an iteration inside an expression.</summary>
    public bool IsLocal(string name)
    {
        for (Scope? scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._variables.ContainsKey(name))
            {
                return scope._isLocal;
            }
        }

        return false;
    }

    public void Declare(BoundVariable variable) => Declare(variable.Name, variable);

    /// <summary>Under another name than its own: a grouping key is found by the name that it had before.</summary>
    public void Declare(string name, BoundVariable variable) => _variables[name] = variable;
}
