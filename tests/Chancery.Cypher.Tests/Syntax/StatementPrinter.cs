using System.Globalization;
using System.Text;
using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Tests.Syntax;

/// <summary>Syntax back to text, every operator in parentheses and every name in backticks; what it prints parses to the same syntax.</summary>
internal sealed partial class StatementPrinter
{
    private readonly StringBuilder _text = new();

    public static string Print(StatementSyntax statement)
    {
        StatementPrinter printer = new();
        printer.Statement(statement);
        return printer._text.ToString();
    }

    private StatementPrinter Write(string text)
    {
        _text.Append(text);
        return this;
    }

    private StatementPrinter Name(string name) => Write($"`{name.Replace("`", "``", StringComparison.Ordinal)}`");

    private StatementPrinter Name(Identifier name) => Name(name.Name);

    private StatementPrinter Dotted(string name) => Write(string.Join('.', name.Split('.').Select(part => $"`{part}`")));

    private StatementPrinter Number(long? number) => Write(number?.ToString(CultureInfo.InvariantCulture) ?? "");

    private StatementPrinter Join<T>(IEnumerable<T> items, string separator, Action<T> print)
    {
        bool first = true;
        foreach (T item in items)
        {
            _text.Append(first ? "" : separator);
            first = false;
            print(item);
        }

        return this;
    }

    private StatementPrinter Optional<T>(string before, T? item, Action<T> print, string after = "")
        where T : class
    {
        if (item is not null)
        {
            Write(before);
            print(item);
            Write(after);
        }

        return this;
    }

    private void Statement(StatementSyntax statement)
    {
        foreach (StatementOption option in statement.Options)
        {
            Write(option.Name == "version" ? $"CYPHER {option.Value} " : $"CYPHER {option.Name}={option.Value} ");
        }

        Write(statement.Mode switch { ExecutionMode.Explain => "EXPLAIN ", ExecutionMode.Profile => "PROFILE ", _ => "" });
        Body(statement.Body);
    }

    private void Body(Statement statement)
    {
        switch (statement)
        {
            case Query query:
                Query(query);
                break;
            case CreateIndex index:
                Write($"CREATE {index.Kind} INDEX ").Optional("", index.Name, SchemaName).Write(index.IfNotExists ? " IF NOT EXISTS" : "").Write(" FOR ");
                Target(index.Target);
                Write(" ON ");
                IndexedProperties(index);
                Optional(" OPTIONS ", index.Options, Expression);
                break;
            case CreateConstraint constraint:
                Constraint(constraint);
                break;
            case DropIndex drop:
                Write("DROP INDEX ").SchemaName(drop.Name);
                Write(drop.IfExists ? " IF EXISTS" : "");
                break;
            case DropConstraint drop:
                Write("DROP CONSTRAINT ").SchemaName(drop.Name);
                Write(drop.IfExists ? " IF EXISTS" : "");
                break;
            case ShowCommand show:
                Write($"SHOW {show.Filter} {(show.Kind == ShowKind.CurrentUser ? "CURRENT USER" : show.Kind)} ").Join(show.Names, ", ", Expression);
                Optional(" EXECUTABLE", show.ExecutableBy, by => Optional(" BY ", by.User, user => Name(user)));
                Tail(show.Yield, show.Where, show.Return);
                break;
            case TerminateTransactions terminate:
                Write("TERMINATE TRANSACTIONS ").Join(terminate.Ids, ", ", Expression).Tail(terminate.Yield, terminate.Where, terminate.Return);
                break;
            default:
                throw new InvalidOperationException($"No text for {statement.GetType().Name}.");
        }
    }

    private void IndexedProperties(CreateIndex index)
    {
        string variable = index.Target.Variable.Name;
        if (index.Kind == IndexKind.Lookup)
        {
            Write(index.Target.Entity == EntityKind.Node ? "EACH labels(" : "EACH type(").Name(variable).Write(")");
            return;
        }

        (string open, string close) = index.Kind == IndexKind.Fulltext ? ("EACH [", "]") : ("(", ")");
        Write(open).Join(index.Target.Properties, ", ", p => Name(variable).Write(".").Name(p)).Write(close);
    }

    private void Constraint(CreateConstraint constraint)
    {
        Write("CREATE CONSTRAINT ").Optional("", constraint.Name, SchemaName).Write(constraint.IfNotExists ? " IF NOT EXISTS" : "").Write(" FOR ");
        Target(constraint.Target);
        Write(" REQUIRE (").Join(constraint.Target.Properties, ", ", p => Name(constraint.Target.Variable).Write(".").Name(p)).Write(") IS ");
        Write(constraint.Kind switch
        {
            ConstraintKind.Unique => "UNIQUE",
            ConstraintKind.NotNull => "NOT NULL",
            ConstraintKind.Key => "KEY",
            _ => ":: ",
        });
        Optional("", constraint.Type, Type);
        Optional(" OPTIONS ", constraint.Options, Expression);
    }

    private void SchemaName(SchemaName name) => _ = name.Parameter is { } parameter ? Write("$").Name(parameter.Name) : Name(name.Name!);

    private void Target(SchemaTarget target)
    {
        bool node = target.Entity == EntityKind.Node;
        Write(node ? "(" : "()-[").Name(target.Variable).Write(target.Names.Count > 0 ? ":" : "").Join(target.Names, "|", n => Name(n)).Write(node ? ")" : "]-()");
    }

    private void Tail(CommandYield? yield, Expression? where, Projection? projection)
    {
        Optional(" YIELD ", yield, y =>
        {
            Write(y.All ? "*" : "").Join(y.Items, ", ", YieldItem);
            Page(y.OrderBy, y.Skip, y.Limit);
        });
        Optional(" WHERE ", where, Expression);
        Optional(" RETURN ", projection, Projection);
    }

    private void YieldItem(YieldItem item) => Name(item.Field).Optional(" AS ", item.Alias, alias => Name(alias));

    private void Type(TypeSyntax type) => Join(type.Alternatives, " | ", TypeName);

    private void TypeName(TypeName type)
    {
        string name = type switch
        {
            { IsPropertyValue: true } => "PROPERTY VALUE",
            { IsNothing: true } => "NOTHING",
            { Kind: null } => "ANY",
            { Kind: Graph.ValueKind.LocalTime } => "LOCAL TIME",
            { Kind: Graph.ValueKind.LocalDateTime } => "LOCAL DATETIME",
            { Kind: Graph.ValueKind.Time } => "ZONED TIME",
            { Kind: Graph.ValueKind.DateTime } => "ZONED DATETIME",
            _ => type.Kind.Value.ToString(),
        };
        Write(name).Optional("<", type.Element, Type, ">").Write(type.Nullable ? "" : " NOT NULL");
    }
}
