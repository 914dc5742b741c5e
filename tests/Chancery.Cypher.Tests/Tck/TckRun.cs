using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Cypher.Procedures;
using Chancery.Graph;

namespace Chancery.Cypher.Tests.Tck;

/// <summary>Executes one scenario, step by step, on a graph of its own.</summary>
internal sealed partial class TckRun(string graphsFolder)
{
    private readonly List<Procedure> _procedures = [];
    private MapValue _parameters = MapValue.Empty;
    private EmbeddedGraph? _graph;
    private TckOutcome? _outcome;
    private TckGraphState? _before;

    /// <summary>Null where the scenario passed, else what went wrong.</summary>
    public static async Task<string?> ExecuteAsync(TckScenario scenario, string graphsFolder)
    {
        TckRun run = new(graphsFolder);
        try
        {
            foreach (TckStep step in scenario.Steps)
            {
                if (await run.StepAsync(step) is { } problem)
                {
                    return $"{problem}\n    at: {step.Text}";
                }
            }

            return run._outcome?.Error is { } error && !scenario.Steps.Any(step => Raised().IsMatch(step.Text))
                ? $"unexpected error: {Describe(error)}"
                : null;
        }
        finally
        {
            if (run._graph is not null)
            {
                await run._graph.DisposeAsync();
            }
        }
    }

    private async Task<string?> StepAsync(TckStep step)
    {
        switch (step.Text)
        {
            case "an empty graph" or "any graph":
                return null;
            case "having executed:":
                TckOutcome prepared = await TckOutcome.RunAsync(Graph, step.Query!, _parameters);
                return prepared.Error is { } error ? $"preparation failed: {Describe(error)}" : null;
            case "parameters are:":
                _parameters = MapValue.Of([.. step.Table.Select(row => (row[0], TckValueParser.Parse(row[1]).ToValue()))]);
                return null;
            case "executing query:":
                _before = await TckGraphState.ReadAsync(Graph);
                _outcome = await TckOutcome.RunAsync(Graph, step.Query!, _parameters);
                return null;
            case "executing control query:":
                _outcome = await TckOutcome.RunAsync(Graph, step.Query!, _parameters);
                return null;
            case "the result should be empty":
                return _outcome!.Compare(null, ordered: false, listsAsBags: false);
            case "the result should be, in any order:":
                return _outcome!.Compare(step.Table, ordered: false, listsAsBags: false);
            case "the result should be, in order:":
                return _outcome!.Compare(step.Table, ordered: true, listsAsBags: false);
            case "the result should be (ignoring element order for lists):":
                return _outcome!.Compare(step.Table, ordered: false, listsAsBags: true);
            case "the result should be, in order (ignoring element order for lists):":
                return _outcome!.Compare(step.Table, ordered: true, listsAsBags: true);
            case "no side effects":
                return await CompareEffectsAsync([]);
            case "the side effects should be:":
                return await CompareEffectsAsync(step.Table);
        }

        if (NamedGraph().Match(step.Text) is { Success: true } named)
        {
            string name = named.Groups["name"].Value;
            string script = await File.ReadAllTextAsync(Path.Combine(graphsFolder, name, name + ".cypher"));
            TckOutcome built = await TckOutcome.RunAsync(Graph, script, MapValue.Empty);
            return built.Error is { } error ? $"the named graph failed: {Describe(error)}" : null;
        }

        if (DefinedProcedure().Match(step.Text) is { Success: true } procedure)
        {
            _procedures.Add(TckProcedure.Parse(procedure.Groups["signature"].Value, step.Table));
            return null;
        }

        return Raised().Match(step.Text) is { Success: true } raised
            ? CompareError(raised.Groups["kind"].Value, raised.Groups["phase"].Value, raised.Groups["detail"].Value)
            : throw new FormatException($"A step of a kind that the runner does not know: {step.Text}");
    }

    private EmbeddedGraph Graph => _graph ??= EmbeddedGraph.InMemory(new EmbeddedGraphOptions { MoreProcedures = _procedures });

    private async Task<string?> CompareEffectsAsync(IReadOnlyList<IReadOnlyList<string>> expected)
    {
        Dictionary<string, int> actual = TckGraphState.Difference(_before!, await TckGraphState.ReadAsync(Graph));
        Dictionary<string, int> wanted = expected.ToDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture));
        return actual.Count == wanted.Count && wanted.All(pair => actual.GetValueOrDefault(pair.Key) == pair.Value)
            ? null
            : $"side effects {{{string.Join(", ", actual.Select(pair => $"{pair.Key} {pair.Value}"))}}}";
    }

    private string? CompareError(string kind, string phase, string detail)
    {
        if (_outcome!.Error is not { } error)
        {
            return $"no error, but {_outcome.Rows.Count} rows";
        }

        return error is GraphException wrong
            && wrong.Kind == kind
            && (detail == "*" || wrong.Detail == detail)
            && (phase == "any time" || wrong.AtCompileTime == (phase == "compile time"))
                ? null
                : $"another error: {Describe(error)}";
    }

    private static string Describe(Exception error) => error is GraphException wrong
        ? $"{wrong.Kind} at {(wrong.AtCompileTime ? "compile time" : "runtime")}: {wrong.Detail} ({wrong.Code}: {wrong.Message})"
        : error.ToString();

    [GeneratedRegex("^the (?<name>[a-z0-9-]+) graph$")]
    private static partial Regex NamedGraph();

    [GeneratedRegex("^there exists a procedure (?<signature>.*):$")]
    private static partial Regex DefinedProcedure();

    [GeneratedRegex("^an? (?<kind>[A-Za-z]+) should be raised at (?<phase>compile time|runtime|any time): (?<detail>.*)$")]
    private static partial Regex Raised();
}
