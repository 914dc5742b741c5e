using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class StructureClaims
{
    private static readonly WordList s_boards = new("board committee council executive secretariat trustees directors governors");

    /// <summary>"sits on the board of directors of the ABC", "on the committee of its labor front, the ABC": where the body's name begins.</summary>
    private static int Board(Clause clause, int at)
    {
        Scan scan = clause.Scan;
        int board = at;
        while (board - at < 4 && scan.Has(board, TokenShape.Word) && clause.StartingAt(board) is null && !scan.Is(board, "of"))
        {
            board++;
        }

        int name = scan.Is(board + 1, "directors", "trustees", "governors") && scan.Is(board + 2, "of") ? board + 3 : board + 1;
        if (board == at || !scan.Is(board, "of") || !scan.In(s_boards, board - 1))
        {
            return at;
        }

        // "its labor front, the ABC"
        int comma = name + 1;
        while (scan.Is(name, "its") && comma - name < 5 && scan.Has(comma, TokenShape.Word) && clause.StartingAt(comma) is null)
        {
            comma++;
        }

        return scan.Is(name, "its") && scan.IsMark(comma, ',') ? comma + 1 : name;
    }

    private static readonly WordList s_gatherings = new(
        """
        committee council group commission coalition alliance union forum league board consortium federation association community
        organization bloc network quartet
        """);

    /// <summary>"a committee composed of France, Norway and Latvia".</summary>
    private void Composed(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int at = scan.Is(verb, "made") ? verb + 3 : scan.Is(verb + 1, "of") ? verb + 2 : verb + 1;
        int end = verb;
        while (scan.IsMark(end - 1, ',') || scan.Is(end - 1, "is", "are", "was", "which"))
        {
            end--;
        }

        if (clause.EndingAt(end) is not { Type: EntityType.Organization } body || !body.Tokens.Any(token => scan.In(s_gatherings, token)))
        {
            return;
        }

        List<Draft> members = [.. clause.Objects(at).Where(member => member.Type is EntityType.Place or EntityType.Organization)];
        if (members.Count >= 2)
        {
            Join(clause, verb, members, [body], $"\"{scan.Text(verb)}\" its members", 0.75);
        }
    }
}
