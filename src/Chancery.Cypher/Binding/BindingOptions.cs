namespace Chancery.Cypher.Binding;

/// <summary>What a statement is bound against.</summary>
internal sealed record BindingOptions(ProcedureCatalogue Procedures)
{
    /// <summary>The name that <c>USE</c> may give, besides none.</summary>
    public string DatabaseName { get; init; } = "neo4j";
}
