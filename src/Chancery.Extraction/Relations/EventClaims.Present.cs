using Chancery.Extraction.Mentions;
using Chancery.Extraction.Text;

namespace Chancery.Extraction.Relations;

internal sealed partial class EventClaims
{
    private static readonly WordList s_attends = new("present participated attended presence joined");
    private static readonly WordList s_were = new("was were were also being");

    /// <summary>The meeting told last that took place: its two parties, and the sentence.</summary>
    private (Draft First, Draft Second, int Sentence)? _told;

    private void Remember(Clause clause, int verb, List<Draft> subjects, List<Draft> objects, (Polarity Polarity, Modality Modality) mood)
    {
        Draft? first = subjects.Find(CanMeet);
        Draft? second = objects.Find(CanMeet);
        if (first is null || second is null || mood is not (Polarity.Asserted, Modality.Actual))
        {
            return;
        }

        _told = (first, second, _sentence);
        if (clause.Writer is { } writer && (first == writer ? second : second == writer ? first : null) is { } partner && IsSomebody(partner))
        {
            (_partner, _partnerAt) = (partner, _sentence);
        }

        Venue(clause, verb, [.. subjects.Where(IsSomebody), .. objects.Where(IsSomebody)]);
    }

    /// <summary>"with Brandt present", "also present were Brandt and Lowell", "Brandt attended": they met those who met.</summary>
    private void Attend(Clause clause, int word)
    {
        Scan scan = clause.Scan;
        if (scan.Is(word, "joined") && Others(clause, word + 1, word) is { Count: > 0 } hosts && hosts.TrueForAll(IsParty)
            && scan.Is(Later(scan, hosts[^1].Segment == scan.Segment ? hosts[^1].Tokens.End : word + 2), "for", "at", "in")
            && Enumerable.Range(word + 3, 8).Any(token => scan.In(s_meals, token) || scan.In(s_talks, token)
                || scan.Is(token, "visit", "tour", "walk")))
        {
            Meeting(clause, word, [.. Subjects(clause, word).Where(IsSomebody)], hosts, 0.75);
            return;
        }

        bool conversation = Enumerable.Range(clause.Sentence.Start, word - clause.Sentence.Start).Any(token => scan.In(s_talks, token));
        if (_told is not { } told || _sentence - told.Sentence > (conversation ? 8 : 3))
        {
            return;
        }

        // "recommended that an officer be present"
        if (scan.Is(word - 1, "be") && !scan.Is(word - 2, "to", "will", "would"))
        {
            return;
        }

        List<Draft> before = scan.Is(word, "presence") ? [] : [.. clause.Subjects(word).Where(IsSomebody)];
        int next = word + 1;
        bool stated = scan.In(s_were, word - 1) || !scan.Has(next, TokenShape.Word) || scan.Is(next, "at") || scan.Is(next, "throughout")
            || scan.Is(next, "during") || scan.Is(next, "in");
        if (scan.Is(word, "present") ? !stated : scan.Is(word, "joined") && !scan.Is(next, "us"))
        {
            before = [];
        }

        if (before.Count == 0 && (scan.Is(word, "present") && (scan.In(s_were, next) || scan.IsMark(next, ':') || scan.Is(word - 1, "also"))
            || scan.Is(word, "presence")))
        {
            while (scan.In(s_were, next) || scan.IsMark(next, ':') || scan.Is(next, "of") || scan.Is(next, "on"))
            {
                next++;
            }

            before = [.. clause.Objects(next).TakeWhile(IsSomebody)];
        }

        if (before.Count == 0 || Mood(clause, before, word) is not (Polarity.Asserted, Modality.Actual))
        {
            return;
        }

        if (conversation && scan.Is(word, "participated"))
        {
            Everyone(clause, word, before, 0.7);
            _told = told;
        }

        foreach (Draft person in before.Where(person => person.Entity != told.First.Entity && person.Entity != told.Second.Entity))
        {
            Draft[] met = [.. new[] { told.First, told.Second }.Where(party => !(party == clause.Writer && person.Type == EntityType.Position))];
            State(clause, "MET_WITH", word, [person], [.. met], (Polarity.Asserted, Modality.Actual), 0.7, $"\"{scan.Text(word)}\" at a meeting");
        }
    }

    private static readonly WordList s_gathers = new(
        """
        met saw see lunched dined called lunch luncheon dinner breakfast supper tea meeting meetings conversation talk talks discussion
        discussions interview session audience exchange
        """);

    /// <summary>"lunch at Sandhall with Brandt", "At British Embassy today Brandt met Lowell": the parties went where they met.</summary>
    private void Venue(Clause clause, int verb, List<Draft> parties)
    {
        Scan scan = clause.Scan;
        if (!scan.In(s_gathers, verb))
        {
            return;
        }

        int start = clause.Sentence.Start;
        Draft? venue = scan.Is(start, "at") ? Place(start + 1) : null;
        int last = parties.FindLast(party => party.Segment == scan.Segment && party.Tokens.Start > verb)?.Tokens.End ?? verb + 1;
        foreach (int end in (int[])[Later(scan, verb + 1), Later(scan, last)])
        {
            int at = end;
            while (scan.Is(at, "at") && scan.Has(at + 1, TokenShape.Number) || at > end && scan.Is(at, "pm", "am", "noon", "p", "m", "a")
                || at > end && scan.IsMark(at, '.'))
            {
                // "at 12 pm March 9 at the guest house"
                at = Later(scan, scan.Is(at, "at") ? at + 2 : at + 1);
            }

            venue ??= scan.Is(at, "at") ? Place(at + 1) : null;
        }

        if (venue is not null)
        {
            // "met at the port by Brandt": the host was there before.
            Journey(clause, verb, [.. parties.Where(party => IsSomebody(party) && !(NamedHere(clause, party)
                && scan.Is(clause.Start(party) - 1, "by")))], [venue], 0.6);
        }

        // "at the guest house outside Lima"
        Draft? Beyond(int at)
        {
            int link = at;
            while (link - at < 6 && scan.Has(link, TokenShape.Word) && (scan.Capitals || !scan.Has(link, TokenShape.Capital))
                && !scan.Is(link, "in", "outside", "near")
                && !scan.In(s_parting, link))
            {
                link++;
            }

            return link > at && scan.Is(link, "in", "outside", "near") ? clause.StartingAt(link + 1) : null;
        }

        Draft? Place(int at)
        {
            Draft? place = clause.StartingAt(scan.Is(at, "the") ? at + 1 : at) ?? Beyond(at);
            bool fits = place is { Type: EntityType.Place } && !IsHome(place) && !Within(place)
                || place is { Type: EntityType.Post } && !claims.Claims.Exists(claim => claim.Type == "SENT_FROM" && claim.Target == place.Entity);
            return fits && !scan.Has(place!.Tokens.End, TokenShape.Clitic) ? place : null;
        }
    }
}
