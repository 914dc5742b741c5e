using Chancery.Cypher.Binding;

namespace Chancery.Cypher.Procedures;

/// <summary>The procedures of a graph by name, for the binder and for the operators.</summary>
internal sealed class ProcedureTable
{
    private readonly Dictionary<string, Procedure> _byName;

    public ProcedureTable(EmbeddedGraphOptions options)
    {
        Procedure[] all =
        [
            .. SchemaProcedures.All,
            .. FullTextProcedures.All,
            .. DbmsProcedures.All(() => Binding!.Procedures),
            .. options.MoreProcedures,
        ];
        _byName = all.ToDictionary(procedure => procedure.Signature.Name, StringComparer.OrdinalIgnoreCase);
        Binding = new BindingOptions(new ProcedureCatalogue(all.Select(procedure => procedure.Signature))) { DatabaseName = options.DatabaseName };
    }

    public BindingOptions Binding { get; }

    public Procedure Get(string name) => _byName[name];
}
