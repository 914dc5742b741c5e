using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class StructureClaims
{
    private static readonly WordList s_employs = new("served worked serves works working teaches taught lectures lectured spent moved moves transferred transfers seconded");
    private static readonly WordList s_pasts = new("formerly previously once earlier recently lately until");
    private static readonly WordList s_presents = new("now currently presently");
    private static readonly WordList s_military = new(
        """
        colonel general captain lieutenant major admiral brigadier commodore sergeant col gen capt lt maj adm brig ltc ltg cdr cmdr
        """);

    private static readonly WordList s_forces = new(
        "guard guards navy army force forces police marines gendarmerie corps service constabulary militia customs brigade staff");

    private static readonly WordList s_stints = new("stint stints tour tours career");

    /// <summary>"Brandt served with the ABC", "Brandt spent nine years at the ABC", "Brandt moves from the ABC": an employer.</summary>
    private void Career(Clause clause, int verb)
    {
        Scan scan = clause.Scan;
        int link = verb + 1;
        if (scan.Is(verb, "spent"))
        {
            while (link - verb < 5 && !scan.Is(link, "years", "months"))
            {
                link++;
            }

            link++;
        }
        else if (scan.In(s_stints, verb))
        {
            Draft[] people = [.. clause.Actors.Where(actor => actor.Type == EntityType.Person).DistinctBy(actor => actor.Entity)];
            if (people is [{ } first] && first.Tokens.End <= verb && scan.Is(link, "with", "at") && Employed(clause, link + 1) is { } passed)
            {
                Claim(clause, "MEMBER_OF", first.Entity, passed.Entity, 0.75, "a stint with the body", modality: Modality.Former);
            }

            return;
        }

        bool leaves = scan.Is(verb, "moved", "moves", "transferred", "transfers", "seconded");
        bool links = leaves ? scan.Is(link, "from") : scan.Is(verb, "served", "serves") ? scan.Is(link, "with")
            : scan.Is(verb, "spent") ? scan.Is(link, "in", "at", "with") : scan.Is(link, "for", "at");
        if (!links || Employed(clause, link + 1) is not { } body || clause.Subjects(verb) is not [{ Type: EntityType.Person } employee])
        {
            return;
        }

        (Polarity polarity, Modality modality) = Modals.Of(clause, Math.Max(clause.Sentence.Start, employee.Tokens.End), verb);
        bool over = !leaves && !scan.Is(verb, "serves", "works", "working", "teaches", "lectures") || leaves && !scan.Is(verb, "seconded");
        Claim(clause, "MEMBER_OF", employee.Entity, body.Entity, 0.8, "where somebody is or was employed", polarity,
            modality != Modality.Actual ? modality : over ? Modality.Former : Modality.Actual);
    }

    /// <summary>A body that a person may work for, named right there (an article skipped).</summary>
    private static Draft? Employed(Clause clause, int at) =>
        clause.StartingAt(clause.Scan.Is(at, "the") ? at + 1 : at) is { Type: EntityType.Organization } body && !IsState(body)
            && Employs(clause.Scan, body) ? body : null;

    /// <summary>"Brandt, formerly with the ABC", "Brandt, ex-ABC", "Brandt (now of the ABC)", "Brandt, who is with the ABC".</summary>
    private void Described(Clause clause, Draft person)
    {
        Scan scan = clause.Scan;
        int at = person.Tokens.End;
        if (!scan.IsMark(at, ',') && !scan.IsMark(at, '('))
        {
            return;
        }

        at++;
        if (scan.Is(at, "ex") && scan.IsMark(at + 1, '-') && Employed(clause, at + 2) is { } left)
        {
            Claim(clause, "MEMBER_OF", person.Entity, left.Entity, 0.8, "\"ex-\" the body", modality: Modality.Former);
            return;
        }

        // ", a Norwegian formerly with the ABC"
        at = scan.Is(at, "a", "an") && (scan.In(s_pasts, at + 2) || scan.In(s_presents, at + 2)) ? at + 2 : at;
        bool past = scan.In(s_pasts, at);
        bool with = past || scan.In(s_presents, at) ? scan.Is(at + 1, "with", "of", "at")
            : scan.Is(at, "who") && scan.Is(at + 1, "is", "was") && scan.Is(at + 2, "with");
        int name = past || scan.In(s_presents, at) ? at + 2 : at + 3;
        if (with && Employed(clause, name) is { } body)
        {
            Claim(clause, "MEMBER_OF", person.Entity, body.Entity, 0.8, "said to be or to have been with the body",
                modality: past || scan.Is(at + 1, "was") ? Modality.Former : Modality.Actual);
        }
    }

    /// <summary>"Harbor Guard Colonel Peter Brandt": the force before an officer's rank.</summary>
    private void Ranked(Clause clause, Draft person)
    {
        Scan scan = clause.Scan;
        int start = clause.Start(person);
        if (start < person.Tokens.Start && scan.In(s_military, start) && clause.EndingAt(start) is { Type: EntityType.Organization } force
            && Employs(scan, force) && !IsState(force) && !scan.In(s_tells, force.Tokens.Start - 1)
            // An item of a list ends in a body, too, before the next begins with a rank.
            && !scan.IsMark(force.Tokens.Start - 1, ',')
            && (scan.In(s_forces, start - 1) || force.Tokens.Count == 1 && scan.Has(start - 1, TokenShape.AllCapitals)
            && clause.Sentence.Count < 40))
        {
            Claim(clause, "MEMBER_OF", person.Entity, force.Entity, 0.85, "the body before an officer's rank");
        }
    }

    private static readonly WordList s_deputies = new("assistant deputy acting vice chief head special executive");

    /// <summary>Lines of lists: "Mr. Brandt, ABC", "-- Peter Brandt, Harbor Institute", "ABC: Peter Brandt, Janos Kovacs".</summary>
    private void Lined(Clause clause)
    {
        Scan scan = clause.Scan;
        int end = clause.Sentence.End;
        int start = clause.Sentence.Start;
        while (start < end && !scan.Has(start, TokenShape.Word))
        {
            start++;
        }

        if (clause.StartingAt(start) is { Type: EntityType.Organization } body && AfterAcronym(scan, body) is var colon && scan.IsMark(colon, ':')
            && !IsState(body) && Employs(scan, body))
        {
            // "VOA: Brandt, having heard" reports.
            List<Draft> named = [.. clause.Objects(colon + 1).TakeWhile(named => named.Type == EntityType.Person
                && clause.OfficeBefore(named) is null)];
            int behind = named.Count > 0 ? named[^1].Tokens.End : colon;
            if (behind >= end || scan.IsMark(behind, ';') || scan.IsMark(behind, '.') || scan.IsMark(behind, '('))
            {
                named.ForEach(member => Claim(clause, "MEMBER_OF", member.Entity, body.Entity, 0.8, "named in a list behind the body"));
            }

            return;
        }

        Draft? person = clause.Actors.Find(actor => actor.Type == EntityType.Person && clause.Start(actor) == start);
        if (person is null || !scan.IsMark(person.Tokens.End, ',') || Employed(clause, person.Tokens.End + 1) is not { } employer
            || scan.In(s_deputies, employer.Tokens.Start))
        {
            return;
        }

        int last = AfterAcronym(scan, employer);
        bool ends = last >= end || scan.IsMark(last, '.') && last + 1 >= end || scan.IsMark(last, ';');
        if (ends)
        {
            Claim(clause, "MEMBER_OF", person.Entity, employer.Entity, 0.85, "the body behind a name in a list");
        }
    }
}
