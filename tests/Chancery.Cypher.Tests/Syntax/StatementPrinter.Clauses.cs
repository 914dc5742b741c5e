using Chancery.Cypher.Syntax;

namespace Chancery.Cypher.Tests.Syntax;

internal sealed partial class StatementPrinter
{
    private void Query(Query query)
    {
        for (int i = 0; i < query.Parts.Count; i++)
        {
            Write(i == 0 ? "" : query.Unions[i - 1].All ? " UNION ALL " : " UNION ").Join(query.Parts[i].Clauses, " ", Clause);
        }
    }

    private void Clause(Clause clause)
    {
        switch (clause)
        {
            case MatchClause match:
                Write(match.Optional ? "OPTIONAL MATCH " : "MATCH ").Join(match.Patterns, ", ", Path);
                foreach (Hint hint in match.Hints)
                {
                    Write($" USING {hint.Kind} {(hint.Kind == "JOIN" ? "ON " : "")}").Join(hint.Variables, ", ", v => Name(v));
                    Optional(":", hint.Label, label => Name(label));
                    Write(hint.Properties.Count > 0 ? "(" : "").Join(hint.Properties, ", ", p => Name(p)).Write(hint.Properties.Count > 0 ? ")" : "");
                }

                Optional(" WHERE ", match.Where, Expression);
                break;
            case UnwindClause unwind:
                Write("UNWIND ").Expression(unwind.List);
                Write(" AS ").Name(unwind.Variable);
                break;
            case WithClause with:
                Write("WITH ").Projection(with.Projection);
                Optional(" WHERE ", with.Where, Expression);
                break;
            case ReturnClause result:
                Write("RETURN ").Projection(result.Projection);
                break;
            case FinishClause:
                Write("FINISH");
                break;
            case CreateClause create:
                Write("CREATE ").Join(create.Patterns, ", ", Path);
                break;
            case MergeClause merge:
                Write("MERGE ").Path(merge.Pattern);
                Write(merge.OnCreate.Count > 0 ? " ON CREATE SET " : "").Join(merge.OnCreate, ", ", SetItem);
                Write(merge.OnMatch.Count > 0 ? " ON MATCH SET " : "").Join(merge.OnMatch, ", ", SetItem);
                break;
            case SetClause set:
                Write("SET ").Join(set.Items, ", ", SetItem);
                break;
            case RemoveClause remove:
                Write("REMOVE ").Join(remove.Items, ", ", RemoveItem);
                break;
            case DeleteClause delete:
                Write(delete.Detach ? "DETACH DELETE " : "DELETE ").Join(delete.Targets, ", ", Expression);
                break;
            case ForeachClause loop:
                Write("FOREACH (").Name(loop.Variable).Write(" IN ").Expression(loop.List);
                Write(" | ").Join(loop.Updates, " ", Clause).Write(")");
                break;
            case LoadCsvClause load:
                Write(load.WithHeaders ? "LOAD CSV WITH HEADERS FROM " : "LOAD CSV FROM ").Expression(load.From);
                Write(" AS ").Name(load.Variable).Optional(" FIELDTERMINATOR ", load.FieldTerminator, Expression);
                break;
            case UseClause use:
                Write("USE ").Dotted(use.GraphName);
                break;
            default:
                Call(clause);
                break;
        }
    }

    private void Call(Clause clause)
    {
        switch (clause)
        {
            case CallProcedureClause call:
                Write(call.Optional ? "OPTIONAL CALL " : "CALL ").Dotted(call.Name.Name);
                Optional("(", call.Arguments, arguments => Join(arguments, ", ", Expression), ")");
                Optional(" YIELD ", call.Yield, yield => Write(yield.All ? "*" : "").Join(yield.Items, ", ", YieldItem));
                Optional(" WHERE ", call.Yield?.Where, Expression);
                break;
            case CallSubqueryClause call:
                Write(call.Optional ? "OPTIONAL CALL " : "CALL ");
                Optional("(", call.Scope, scope => Write(scope.All ? "*" : "").Join(scope.Variables, ", ", v => Name(v)), ") ");
                Write("{ ").Query(call.Query);
                Write(" }").Optional(" IN ", call.InTransactions, InTransactions);
                break;
            default:
                throw new InvalidOperationException($"No text for {clause.GetType().Name}.");
        }
    }

    private void InTransactions(InTransactions transactions)
    {
        Optional("", transactions.Concurrency, Expression, " ").Write(transactions.Concurrent ? "CONCURRENT " : "").Write("TRANSACTIONS");
        Optional(" OF ", transactions.BatchSize, Expression, " ROWS");
        Write(transactions.OnError == ErrorBehaviour.Fail ? "" : $" ON ERROR {transactions.OnError}");
        Optional(" REPORT STATUS AS ", transactions.Status, status => Name(status));
    }

    private void Projection(Projection projection)
    {
        Write(projection.Distinct ? "DISTINCT " : "").Write(projection.All ? "*" : "").Write(projection.All && projection.Items.Count > 0 ? ", " : "");
        Join(projection.Items, ", ", item =>
        {
            Expression(item.Expression);
            Optional(" AS ", item.Alias, alias => Name(alias));
        });
        Page(projection.OrderBy, projection.Skip, projection.Limit);
    }

    private void Page(SyntaxList<SortItem> orderBy, Expression? skip, Expression? limit)
    {
        Write(orderBy.Count > 0 ? " ORDER BY " : "").Join(orderBy, ", ", item =>
        {
            Expression(item.Expression);
            Write(item.Descending ? " DESC" : "");
        });
        Optional(" SKIP ", skip, Expression).Optional(" LIMIT ", limit, Expression);
    }

    private void SetItem(SetItem item)
    {
        switch (item)
        {
            case SetProperty set:
                Expression(set.Target);
                Write(".").Name(set.Key).Write(" = ").Expression(set.Value);
                break;
            case SetDynamicProperty set:
                Expression(set.Target);
                Write("[").Expression(set.Key);
                Write("] = ").Expression(set.Value);
                break;
            case SetAllProperties set:
                Name(set.Target.Name).Write(set.Merge ? " += " : " = ").Expression(set.Value);
                break;
            case SetLabels set:
                Name(set.Target.Name).Write(":").Join(set.Labels, ":", Labels);
                break;
            default:
                throw new InvalidOperationException($"No text for {item.GetType().Name}.");
        }
    }

    private void RemoveItem(RemoveItem item)
    {
        switch (item)
        {
            case RemoveProperty remove:
                Expression(remove.Target);
                Write(".").Name(remove.Key);
                break;
            case RemoveDynamicProperty remove:
                Expression(remove.Target);
                Write("[").Expression(remove.Key);
                Write("]");
                break;
            case RemoveLabels remove:
                Name(remove.Target.Name).Write(":").Join(remove.Labels, ":", Labels);
                break;
            default:
                throw new InvalidOperationException($"No text for {item.GetType().Name}.");
        }
    }

    private void Path(PathPattern path)
    {
        Optional("", path.Variable, variable => Name(variable), " = ").Optional("", path.Selector, Selector);
        Write(path.Shortest switch { ShortestForm.One => "shortestPath(", ShortestForm.All => "allShortestPaths(", _ => "" });
        Join(path.Elements, "", Element).Write(path.Shortest == ShortestForm.None ? "" : ")");
    }

    private void Selector(PathSelector selector)
    {
        Write(selector.Kind switch
        {
            PathSelectorKind.All => "ALL PATHS ",
            PathSelectorKind.Any => "ANY ",
            PathSelectorKind.AllShortest => "ALL SHORTEST ",
            _ => "SHORTEST ",
        });
        Optional("", selector.Count, Expression, " ").Write(selector.Kind == PathSelectorKind.ShortestGroups ? "GROUPS " : "");
    }

    private void Element(PatternElement element)
    {
        switch (element)
        {
            case NodePattern node:
                Write("(").Optional("", node.Variable, v => Name(v)).Optional(":", node.Labels, Labels);
                Optional(" ", node.Properties, Expression).Optional(" WHERE ", node.Where, Expression).Write(")");
                break;
            case RelationshipPattern relationship:
                Write(relationship.Direction is RelationshipDirection.Left or RelationshipDirection.Both ? "<-[" : "-[");
                Optional("", relationship.Variable, v => Name(v)).Optional(":", relationship.Types, Labels);
                Optional("*", relationship.Length, length => _ = length.Minimum == length.Maximum
                    ? Number(length.Minimum)
                    : Number(length.Minimum).Write("..").Number(length.Maximum));
                Optional(" ", relationship.Properties, Expression).Optional(" WHERE ", relationship.Where, Expression);
                Write(relationship.Direction is RelationshipDirection.Right or RelationshipDirection.Both ? "]->" : "]-");
                Optional("", relationship.Quantifier, Quantifier);
                break;
            case ParenthesizedPath group:
                Write("(").Path(group.Inner);
                Optional(" WHERE ", group.Where, Expression).Write(")").Optional("", group.Quantifier, Quantifier);
                break;
            default:
                throw new InvalidOperationException($"No text for {element.GetType().Name}.");
        }
    }

    private void Quantifier(PathQuantifier quantifier) => Write("{").Number(quantifier.Minimum).Write(",").Number(quantifier.Maximum).Write("}");

    private void Labels(LabelExpression labels)
    {
        switch (labels)
        {
            case LabelName name:
                Name(name.Name);
                break;
            case LabelComputed computed:
                Write(computed.Any ? "$any(" : "$(").Expression(computed.Names);
                Write(")");
                break;
            case LabelWildcard:
                Write("%");
                break;
            case LabelNot not:
                Write("!").Labels(not.Operand);
                break;
            case LabelAnd and:
                Write("(").Join(and.Operands, "&", Labels).Write(")");
                break;
            case LabelOr or:
                Write("(").Join(or.Operands, "|", Labels).Write(")");
                break;
            default:
                throw new InvalidOperationException($"No text for {labels.GetType().Name}.");
        }
    }
}
