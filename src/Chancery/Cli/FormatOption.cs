using System.CommandLine;
using Chancery.Output;

namespace Chancery.Cli;

/// <summary><c>--format</c> of commands that print records.</summary>
internal static class FormatOption
{
    public static Option<RowFormat> Create(RowFormat otherwise = RowFormat.Table) => new("--format", "-o")
    {
        Description = "table, json, jsonl or csv",
        DefaultValueFactory = _ => otherwise,
    };
}
