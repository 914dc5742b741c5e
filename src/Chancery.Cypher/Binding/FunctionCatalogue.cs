namespace Chancery.Cypher.Binding;

/// <summary>Every function of openCypher and Neo4j 5 that statements may name, found without regard to case.</summary>
internal static partial class FunctionCatalogue
{
    private static readonly Dictionary<string, FunctionSignature> s_byName = ReadAll().ToDictionary(f => f.Name, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyCollection<FunctionSignature> All => s_byName.Values;

    public static FunctionSignature? Find(string name) => s_byName.GetValueOrDefault(name);

    private static IEnumerable<FunctionSignature> ReadAll()
    {
        HashSet<string> volatileNames = new(NonDeterministic, StringComparer.OrdinalIgnoreCase);
        foreach ((string category, string table) in Tables())
        {
            foreach (string line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                string[] parts = line.Split(" -- ");
                FunctionSignature function = new SignatureReader(parts[0]).ReadFunction(category, parts[1]);
                yield return function with
                {
                    IsAggregate = category == "Aggregating",
                    IsDeterministic = !volatileNames.Contains(function.Name),
                };
            }
        }
    }
}
