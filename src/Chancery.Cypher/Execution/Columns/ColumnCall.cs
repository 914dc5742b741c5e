using Chancery.Cypher.Execution.Operators;
using Chancery.Cypher.Expressions;
using Chancery.Cypher.Expressions.Evaluators;
using Chancery.Cypher.Functions.Aggregates;
using Chancery.Cypher.Storage;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Columns;

/// <summary>One aggregating call, fed from a column where its argument is a property.</summary>
internal sealed class ColumnCall(AggregateCall call)
{
    private readonly PropertyKey? _column = call is { Value: SlotPropertyEvaluator property, Argument: null } ? property.Key : null;

    /// <summary>Gives the page's values to their groups.</summary>
    public void Add(ColumnPage page, GroupStates states)
    {
        if (call.Value is null)
        {
            states.AddRows(page.Groups, page.Context);
        }
        else if (_column is { } column)
        {
            AddColumn(page, page.Column(column), states);
        }
        else
        {
            AddValues(page, states);
        }
    }

    private static void AddColumn(ColumnPage page, PropertyPage? column, GroupStates states)
    {
        ReadOnlySpan<int> places = page.Places;
        Span<int> numbers = page.Groups;
        // A place without a value would be a null, which aggregates ignore.
        switch (column)
        {
            case null:
                break;
            case ScalarPage { Kind: ValueKind.Integer } integers:
                for (int i = 0; i < places.Length; i++)
                {
                    if (integers.Has(places[i]))
                    {
                        states.AddInteger(numbers[i], integers.Bits[places[i]], page.Context);
                    }
                }

                break;
            case ScalarPage { Kind: ValueKind.Float } floats:
                for (int i = 0; i < places.Length; i++)
                {
                    if (floats.Has(places[i]))
                    {
                        states.AddFloat(numbers[i], floats.Floats[places[i]], page.Context);
                    }
                }

                break;
            default:
                for (int i = 0; i < places.Length; i++)
                {
                    if (column.Has(places[i]))
                    {
                        states.Add(numbers[i], column.Get(places[i]), default, page.Context);
                    }
                }

                break;
        }
    }

    private void AddValues(ColumnPage page, GroupStates states)
    {
        for (int i = 0; i < page.Count; i++)
        {
            Value value = page.Evaluate(call.Value!, page.Places[i]);
            Value argument = call.Argument is null ? default : page.Evaluate(call.Argument, page.Places[i]);
            states.Add(page.Groups[i], value, argument, page.Context);
        }
    }
}
