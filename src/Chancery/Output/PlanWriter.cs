using System.Globalization;
using Chancery.Graph;
using Spectre.Console;

namespace Chancery.Output;

/// <summary>A plan as a table: one operator a row, the tree drawn by indentation, rows and hits where they were measured.</summary>
internal static class PlanWriter
{
    public static void Write(PlanDescription plan, TextWriter output)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("Operator", "Details", "Estimated", "Rows", "Hits");
        Add(table, plan, 0);
        Screen.On(output).Write(table);
    }

    private static void Add(Table table, PlanDescription plan, int depth)
    {
        string details = string.Join(", ", plan.Arguments
            .Where(argument => argument.Key is not ("Rows" or "DbHits" or "EstimatedRows"))
            .Select(argument => argument.Key == "Details" ? ValueText.Display(argument.Value) : $"{argument.Key}: {ValueText.Display(argument.Value)}"));
        table.AddRow(
            new Text(new string(' ', depth * 2) + plan.Operator),
            new Text(details),
            new Text(plan.EstimatedRows?.ToString("0.#", CultureInfo.InvariantCulture) ?? ""),
            new Text(plan.Rows?.ToString(CultureInfo.InvariantCulture) ?? ""),
            new Text(plan.Hits?.ToString(CultureInfo.InvariantCulture) ?? ""));
        foreach (PlanDescription child in plan.Children)
        {
            Add(table, child, depth + 1);
        }
    }
}
