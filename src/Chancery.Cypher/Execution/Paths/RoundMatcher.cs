using Chancery.Graph;

namespace Chancery.Cypher.Execution.Paths;

internal sealed record RoundSlots(
    int From,
    int To,
    int InnerFrom,
    int InnerTo,
    long Minimum,
    long Maximum,
    int[] Relationships,
    (int Inner, int Group)[] Groups,
    bool Into,
    bool Reversed);

/// <summary>One round: the nodes that it joins, the values that groups collect, and the relationships that it used.</summary>
internal sealed record Round(Value Start, Value End, Value[] Values, int[] Relationships)
{
    private const int BytesPerRound = 96;
    private const int BytesPerValue = 20;

    public long Bytes => BytesPerRound + (BytesPerValue * (Values.Length + Relationships.Length));

    public bool Shares(Round other)
    {
        foreach (int relationship in Relationships)
        {
            if (other.Relationships.Contains(relationship))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Matches single rounds of a quantified path, and puts chains of them into the row.</summary>
internal sealed class RoundMatcher(Operator inner, RoundSlots slots)
{
    public RoundSlots Slots { get; } = slots;

    /// <summary>Every round that begins at a node. The inner operator runs to its end, so one instance serves all depths of a search.</summary>
    public List<Round> From(Value node, QueryContext context, Value[] row)
    {
        List<Round> rounds = [];
        row[Slots.InnerFrom] = node;
        inner.Open(context, row);
        while (inner.MoveNext())
        {
            context.Tick();
            Value[] values = new Value[Slots.Groups.Length];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = row[Slots.Groups[i].Inner];
            }

            int[] relationships = new int[Slots.Relationships.Length];
            for (int i = 0; i < relationships.Length; i++)
            {
                relationships[i] = (int)row[Slots.Relationships[i]].ElementNumber;
            }

            Round round = new(node, row[Slots.InnerTo], values, relationships);
            context.Reserve(round.Bytes);
            rounds.Add(round);
        }

        return rounds;
    }

    /// <summary>Fills the groups from a chain of rounds, and the end node where it is not known.</summary>
    public void Fill(ReadOnlySpan<Round> chain, Value end, Value[] row)
    {
        if (!Slots.Into)
        {
            row[Slots.To] = end;
        }

        for (int group = 0; group < Slots.Groups.Length; group++)
        {
            Value[] list = new Value[chain.Length];
            for (int i = 0; i < list.Length; i++)
            {
                list[Slots.Reversed ? list.Length - 1 - i : i] = chain[i].Values[group];
            }

            row[Slots.Groups[group].Group] = list;
        }
    }

    public void Close() => inner.Close();
}
