using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Binding;

/// <summary>SHOW and TERMINATE are queries: the command's rows, a WITH for YIELD and WHERE, and a RETURN.</summary>
internal sealed partial class Binder
{
    private BoundQueryStatement BindShow(ShowCommand show)
    {
        string? user = show.ExecutableBy is null ? null : show.ExecutableBy.User?.Name ?? "";
        BoundExpression[] names = [.. show.Names.Select(BindExpression)];
        BoundVariable[] columns = DeclareColumns(ShowColumns.Of(show.Kind));
        BoundShow source = new(show.Kind, show.Filter, names, user, columns) { Span = show.Span };
        IEnumerable<string> defaults = ShowColumns.Of(show.Kind).Where(c => c.IsDefault).Select(c => c.Name);
        return BindCommand(source, defaults, columns, show.Yield, show.Where, show.Return);
    }

    private BoundQueryStatement BindTerminate(TerminateTransactions terminate)
    {
        BoundExpression[] ids = [.. terminate.Ids.Select(BindExpression)];
        BoundVariable[] columns = DeclareColumns(ShowColumns.OfTerminate);
        BoundTerminateTransactions source = new(ids, columns) { Span = terminate.Span };
        return BindCommand(source, columns.Select(c => c.Name), columns, terminate.Yield, terminate.Where, terminate.Return);
    }

    private BoundVariable[] DeclareColumns(IReadOnlyList<ShowColumn> columns) =>
        [.. columns.Select(c => Declare(new Identifier(c.Name), c.Type))];

    private BoundQueryStatement BindCommand(
        BoundClause source, IEnumerable<string> defaults, BoundVariable[] columns, CommandYield? yield, Expression? where, Projection? projection)
    {
        IEnumerable<ProjectionItem> items = yield switch
        {
            null => defaults.Select(name => Item(new Identifier(name), null)),
            { All: true } => columns.Select(c => Item(new Identifier(c.Name), null)),
            _ => yield.Items.Select(i => Item(i.Field, i.Alias)),
        };
        Projection yielded = new(
            false, false, items.ToSyntaxList(), yield?.OrderBy ?? [], yield?.Skip, yield?.Limit) { Span = yield?.Span ?? source.Span };
        (BoundProjection with, BoundExpression? condition) = BindProjection(yielded, where, isReturn: false, targets: null);
        List<BoundClause> clauses = [source, new BoundWith(with, condition) { Span = yielded.Span }];
        IReadOnlyList<BoundVariable> shown = [.. with.Items.Select(i => i.Output)];
        if (projection is null)
        {
            BoundItem[] all = [.. shown.Select(v => new BoundItem(Reference(v), v))];
            clauses.Add(new BoundReturn(new BoundProjection(all, null, false, [], null, null)) { Span = source.Span });
        }
        else
        {
            (BoundReturn result, shown) = BindReturn(new ReturnClause(projection) { Span = projection.Span }, targets: null);
            clauses.Add(result);
        }

        BoundQuery query = new([new BoundSingleQuery(clauses)], UnionKind.None, shown) { Updates = false };
        return new BoundQueryStatement(query, _slotCount) { QueryType = QueryType.Read };

        static ProjectionItem Item(Identifier field, Identifier? alias) =>
            new(new Variable(field.Name) { Span = field.Span }, alias, field.Name) { Span = field.Span };
    }
}
