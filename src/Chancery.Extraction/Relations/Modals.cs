using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

/// <summary>Words that make a statement a plan, a possibility, a proposal or a denial.</summary>
internal static class Modals
{
    public static WordList Planned { get; } = new(
        """
        will would plans planned planning plan scheduled intend intends intended expect expects expected tomorrow hopes hoped due shall upcoming
        forthcoming likely agreed arrange intention intentions intent decision determination
        """);

    public static WordList Conditional { get; } = new(
        """
        could might may if should ready willing want wants wanted unless whether prepared offered offer invited inviting invite request
        requested asked can
        ought seeking possible opportunity chance anxious eager wishes wished desires desired desire desirous readiness willingness
        eagerness trying tried attempted attempting
        """);

    public static WordList Denied { get; } = new(
        """
        not never refused declined failed cancelled canceled postponed without no neither nor denied rejected unable avoided didn't don't postpone
        postponing
        """);

    public static WordList Proposed { get; } = new(
        """
        propose proposes proposed proposal purposed suggest suggests suggested suggesting explore exploration exploring possible might could would
        pursue should seek recommend recommended worth consider potential future invitation draft idea
        """);

    public static WordList Any { get; } = new(
        """
        will would plans planned planning scheduled intend intends intended expect expects expected hopes hoped due shall likely could might may
        should ready willing wants wanted not never to can be being did does do cannot plan hope intend expect wish wishes
        """);

    public static WordList Auxiliaries { get; } = new("was were had have has will would are being been");

    private static readonly WordList s_disavowing = new("denied denies deny denying disputed disputes refuted refutes");

    private static readonly WordList s_rumours = new("report reports rumor rumors rumour rumours allegation allegations story stories");

    /// <summary>"He denied on Monday that … had signed": a verb of denial with "that" before the statement, however far.</summary>
    public static bool Disavowed(Clause clause, int verb)
    {
        bool that = false;
        bool reported = false;
        for (int i = verb - 1; i >= clause.Sentence.Start; i--)
        {
            that |= clause.Scan.Is(i, "that");
            reported |= s_rumours.Contains(clause.Scan.Tokens[i]);
            if ((that || reported && verb - i < 14) && s_disavowing.Contains(clause.Scan.Tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly WordList s_hopes = new("hope hoped hoping possible possibility suggested suggest suggests suggestion whether");

    private static readonly WordList s_wishes = new(
        """
        invitation invite possible possibility hope hoped hopes hoping proposal suggestion suggested suggests eventual hypothetical wish wished
        idea desirability desirable interest advantages advantage usefulness importance
        """);

    /// <summary>
    /// "invitation for the President to visit", "for the President to visit", "if he pays a visit", "the question of a visit": what is only wished for has not happened.
    /// </summary>
    /// <param name="modality">What the statement is otherwise: a plan is undone by a hope, but not by every wish.</param>
    public static bool Wished(Clause clause, int from, int verb, Modality modality = Modality.Actual)
    {
        if (modality != Modality.Actual)
        {
            return Enumerable.Range(Math.Max(from, 0), Math.Max(0, verb - Math.Max(from, 0)))
                .Any(token => s_hopes.Contains(clause.Scan.Tokens[token]));
        }

        for (int token = Math.Max(from, 0); token < verb; token++)
        {
            bool purpose = clause.Scan.Is(token, "for") && clause.Scan.Is(verb - 1, "to") && clause.EndingAt(verb - 1) is { } subject
                && subject.Tokens.Start - token <= 3;
            // "At invitation of Brandt I called on him": it was accepted.
            bool taken = clause.Scan.Is(token, "invitation")
                && (clause.Scan.Is(token - 1, "at") || clause.Scan.Is(token - 2, "at") || clause.Scan.Is(token - 1, "on"));
            taken |= clause.Scan.Is(token, "advantage") && clause.Scan.Text(token - 1).StartsWith("t", StringComparison.OrdinalIgnoreCase);
            bool open = clause.Scan.Is(token + 1, "of") && clause.Scan.Is(token, "question", "prospect", "prospects", "issue");
            if (purpose || open || clause.Scan.Is(token, "if") || s_wishes.Contains(clause.Scan.Tokens[token]) && !taken)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"I have had the opportunity of a talk": it was taken.</summary>
    private static bool Had(Clause clause, int token) =>
        (clause.Scan.Is(token, "opportunity") || clause.Scan.Is(token, "chance"))
            && Enumerable.Range(Math.Max(0, token - 3), Math.Min(3, token)).Any(before => clause.Scan.Is(before, "had"));

    /// <summary>"I asked Brandt, who had met": a question that was put, not a wish that somebody do what the verb says.</summary>
    private static bool Put(Clause clause, int asked, int verb) =>
        clause.Scan.Is(asked, "asked") && !Enumerable.Range(asked + 1, Math.Max(0, Math.Min(5, verb - asked)))
            .Any(token => s_purposes.Contains(clause.Scan.Tokens[token])) && clause.EndingAt(verb) is null
            && Enumerable.Range(asked, verb - asked).Any(token => clause.Scan.IsMark(token, ',') || clause.Scan.Is(token, "and"));

    private static readonly WordList s_purposes = new("to for if whether that permission");

    /// <summary>What the words just before a verb make of it.</summary>
    /// <param name="back">How many words at most.</param>
    public static (Polarity Polarity, Modality Modality) Of(Clause clause, int from, int verb, int back = 8)
    {
        Polarity polarity = Disavowed(clause, verb) ? Polarity.Denied : Polarity.Asserted;
        var modality = Modality.Actual;
        for (int i = Math.Max(from, verb - back); i < verb; i++)
        {
            Token token = clause.Scan.Tokens[i];
            if (Dates.Months.Contains(token) && clause.Scan.Has(i + 1, TokenShape.Number))
            {
                continue;
            }

            if (clause.Scan.Is(i, "but"))
            {
                // "did not speak but did listen"
                polarity = Polarity.Asserted;
            }
            else if (Denied.Contains(token))
            {
                polarity = Polarity.Denied;
            }
            else if (Conditional.Contains(token) && !Had(clause, i) && !Put(clause, i, verb))
            {
                modality = Modality.Conditional;
            }
            else if (Planned.Contains(token) && modality == Modality.Actual)
            {
                modality = Modality.Planned;
            }
        }

        return (polarity, modality);
    }
}
