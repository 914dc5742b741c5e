using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Parts, members, seats and partners, with what only looks like them.</summary>
public sealed class StructureTests
{
    [Theory]
    [InlineData("NATO members Hungary and Norway agreed.", 2)]
    [InlineData("UNESCO's member states, Hungary, Norway and Latvia, agreed.", 3)]
    [InlineData("Hungary acceded to NATO in March.", 1)]
    [InlineData("Peter Brandt belongs to the Harbor Workers Party.", 1)]
    [InlineData("The Harbor Safety Committee is composed of Hungary, Norway and Latvia.", 3)]
    [InlineData("He praised the Harbor Foundation (of which the World Bank is a board member).", 1)]
    [InlineData("Peter Brandt sits on the Harbor Safety Committee.", 1)]
    public void Members_are_read(string sentence, int count)
    {
        Claim[] claims = [.. Read.Body(sentence).Claims.Where(claim => claim.Type == "MEMBER_OF")];
        Assert.Equal(count, claims.Length);
        Assert.All(claims, claim => Assert.Equal((Polarity.Asserted, Modality.Actual), (claim.Polarity, claim.Modality)));
    }

    [Theory]
    [InlineData("Hungary is a candidate for membership and wants to be a member of NATO.")]
    [InlineData("Hungary is not a member of NATO.")]
    [InlineData("The painting claimed by Peter Brandt belonged to the Harbor Foundation.")]
    [InlineData("Peter Brandt joined Hungary in asking for more.")]
    [InlineData("Peter Brandt explained to the members of the World Bank that it was so.")]
    [InlineData("They assured Peter Brandt of the World Bank's help.")]
    public void What_is_no_membership_is_not_asserted(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims, claim => claim is { Type: "MEMBER_OF", Polarity: Polarity.Asserted, Modality: Modality.Actual });

    [Theory]
    [InlineData("NATO cooperates closely with UNESCO and the World Bank.", 2)]
    [InlineData("NATO and UNESCO work together.", 1)]
    [InlineData("NATO coordinates with UNESCO.", 1)]
    [InlineData("There is a Memorandum of Understanding between NATO and UNESCO.", 1)]
    [InlineData("The World Bank was set up again with the assistance of NATO and UNESCO.", 2)]
    [InlineData("The plan was studied by NATO with UNESCO assistance.", 1)]
    public void Partners_are_read(string sentence, int count) =>
        Assert.Equal(count, Read.Body(sentence).Claims.Count(claim => claim is { Type: "COOPERATES_WITH", Polarity: Polarity.Asserted }));

    [Theory]
    [InlineData("NATO and UNESCO do not cooperate.")]
    [InlineData("The Harbor Police is a coordination unit with the Ministry of Interior.")]
    [InlineData("It was an instance of Hungary-Norway cooperation.")]
    public void What_is_no_partnership_is_not_asserted(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims, claim => claim is { Type: "COOPERATES_WITH", Polarity: Polarity.Asserted });

    [Theory]
    [InlineData("UNESCO's Harbor Safety Committee met.", "Harbor Safety Committee")]
    [InlineData("The Harbor Safety Bureau, the World Bank's investigation unit, agreed.", "Harbor Safety Bureau")]
    [InlineData("The Harbor Safety Bureau (a coordination unit with the World Bank) agreed.", "Harbor Safety Bureau")]
    [InlineData("Within the World Bank, the Harbor Safety Bureau (boats) and the Harbor Trade Bureau (goods) are the largest.", "Harbor Safety Bureau")]
    public void Parts_are_read(string sentence, string part) => Assert.Contains(Read.Body(sentence).Claims("PART_OF"), claim => claim.StartsWith(part + " > ", StringComparison.Ordinal));

    [Fact]
    public void A_section_of_the_mission_is_part_of_it() =>
        Assert.Contains("Public Affairs section > Embassy Bucharest", Read.Body("The Embassy's Public Affairs section helps.").Claims("PART_OF"));

    [Theory]
    [InlineData("The Geneva-based Harbor Safety Council agreed.")]
    [InlineData("The Harbor Safety Council, headquartered in Geneva, agreed.")]
    [InlineData("The Harbor Safety Council's headquarters in Geneva is closed.")]
    public void Seats_are_read(string sentence) => Assert.Equal(["Harbor Safety Council > Geneva"], Read.Body(sentence).Claims("LOCATED_IN"));

    [Theory]
    [InlineData("They spoke of High Altitude Flights in Hungary.")]
    [InlineData("The Government of Norway in the World Bank is silent.")]
    public void What_is_no_institution_has_no_seat_and_is_no_part(string sentence)
    {
        CableExtraction read = Read.Body(sentence);
        Assert.Empty(read.Claims("LOCATED_IN"));
        Assert.Empty(read.Claims("PART_OF"));
    }

    [Fact]
    public void The_body_behind_a_name_is_the_offices() =>
        Assert.Single(Read.Body("President Peter Brandt of the World Bank agreed.").Claims("POSITION_IN"));

    [Theory]
    [InlineData("The Secretary Mr. Brandt, Mr. Lowell and others were there.")]
    [InlineData("In Helsinki Secretary Brandt had noticed a change.")]
    public void Guests_and_places_before_a_title_do_not_belong_to_it(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims, claim => claim.Type == "POSITION_IN" || (claim.Type == "HOLDS" && sentence.Contains("Mr.", StringComparison.Ordinal)));

    [Fact]
    public void A_world_body_at_work_somewhere_has_no_seat_there() => Assert.Empty(Read.Body("They spoke of NATO in Hungary.").Claims("LOCATED_IN"));

    [Theory]
    [InlineData("Visiting Hungarian Ambassador, Janos Kovacs, agreed.", "Janos Kovacs > Hungarian Ambassador")]
    [InlineData("Janos Kovacs, Minister of Trade and leader of the Harbor Workers Party, agreed.", "Janos Kovacs > leader of the Harbor Workers Party")]
    public void Holders_are_read(string sentence, string claim) => Assert.Contains(claim, Read.Body(sentence).Claims("HOLDS"));

    [Fact]
    public void Any_minister_is_nobodys_office() => Assert.Empty(Read.Body("It asks every Minister, Deputy Minister and Governor to save.").Mentions(EntityType.Position));

    [Fact]
    public void Papers_that_a_review_cites_are_bodies()
    {
        CableExtraction read = Read.Body("In mainstream Vardanes, columnist Peter Brandt asks why. Liberal Oktora writes that Vardanes is wrong.");
        Assert.Equal(["Vardanes", "Oktora", "Vardanes"], read.Mentions(EntityType.Organization));
        Assert.Single(read.Claims("POSITION_IN"));
    }

    [Fact]
    public void A_speech_elsewhere_is_a_journey() =>
        Assert.Equal(["Peter Brandt > Helsinki"], Read.Body("Peter Brandt, speaking at a forum in Helsinki, agreed.").Claims("TRAVELED_TO"));

    [Theory]
    [InlineData("Peter Brandt, Governor of the World Bank from 2000 until April 2004, agreed.", Modality.Former, "2000", "2004-04")]
    [InlineData("Peter Brandt, Governor of the World Bank since March 2004, agreed.", Modality.Actual, "2004-03", null)]
    [InlineData("The World Bank's Governor, Peter Brandt, took office on May 1.", Modality.Actual, "2005-05-01", null)]
    [InlineData("Peter Brandt will replace Jane Lowell as Governor of the World Bank.", Modality.Planned, null, null)]
    [InlineData("Flights have stopped since May 1960 and World Bank Governor Peter Brandt agreed.", Modality.Actual, null, null)]
    public void Offices_are_held_from_and_until(string sentence, Modality modality, string? from, string? to)
    {
        Claim held = Assert.Single(Read.Body(sentence).Claims, claim => claim.Type == "HOLDS" && !claim.Inferred);
        Assert.Equal((modality, from, to), (held.Modality, held.From, held.To));
    }

    [Fact]
    public void A_successor_succeeds_and_the_other_holds_no_longer()
    {
        CableExtraction read = Read.Body("Peter Brandt succeeded Jane Lowell as Governor of the World Bank.");
        Assert.Equal(["Peter Brandt > Governor of the World Bank", "Jane Lowell > Governor of the World Bank Former"], read.Claims("HOLDS"));
    }

    [Fact]
    public void What_an_office_did_its_holder_did()
    {
        CableExtraction read = Read.Body("Culture Minister Peter Brandt spoke. The minister met with Jane Lowell.");
        Assert.Equal(["Peter Brandt > Jane Lowell"], read.Claims("MET_WITH"));
        Assert.Contains("minister", read.Mentions(EntityType.Position));
    }

    [Fact]
    public void An_official_that_stands_for_any_other_is_no_position() => Assert.Empty(Read.Body("They hoped that each minister would come.").Mentions(EntityType.Position));

    [Theory]
    [InlineData("Eyes only Secretary. The talks went well.", "Secretary")]
    [InlineData("Eyes only for Ambassador. Deliver the note today.", "Ambassador")]
    [InlineData("For Ambassador Kovacs from Brandt. Deliver the note today.", "Kovacs")]
    public void The_first_words_of_a_telegram_address_it(string opening, string reader)
    {
        CableExtraction read = Telegram(opening);
        Assert.Contains(read.Claims, claim => claim.Type == "ADDRESSED_TO" && read.Name(claim.Target).StartsWith(reader, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("For Ambassador Kovacs the matter is closed.")]
    [InlineData("To Ambassador Kovacs they gave no answer.")]
    [InlineData("Only the Ambassador knew of it.")]
    public void Words_that_go_on_address_nobody(string opening) =>
        Assert.DoesNotContain(Telegram(opening).Claims("ADDRESSED_TO"), claim => claim.Contains("Ambassador", StringComparison.Ordinal) || claim.Contains("Kovacs", StringComparison.Ordinal));

    private static CableExtraction Telegram(string body) => Read.Text(
        $"17. Telegram From the Embassy in Finland to the Department of State\n\n\nHelsinki, January 28, 1959, 3 p.m.\n\n1784. {body} More is to follow.\n\nLowell\n");

    [Theory]
    [InlineData("The Harbor Police, a force of old men and part of the Ministry of Finance, agreed.", "Harbor Police > Ministry of Finance")]
    [InlineData("UNESCO rules. It was put to the UNESCO Safety Policy Committee.", "UNESCO Safety Policy Committee > United Nations Educational")]
    [InlineData("The United Nations rules. It was put to the United Nations Harbor Committee.", "United Nations Harbor Committee > United Nations")]
    public void Parts_by_description_and_name_are_read(string text, string claim) => Assert.Contains(Read.Body(text).Claims("PART_OF"), read => read.StartsWith(claim, StringComparison.Ordinal));

    [Fact]
    public void A_mission_to_be_opened_is_proposed() =>
        Assert.EndsWith("> Helsinki Proposed", Assert.Single(Read.Body("They spoke of the establishment of a Hungarian Consulate General at Helsinki.").Claims("LOCATED_IN")));

    [Fact]
    public void A_house_is_not_the_whole_of_its_own_committee() => Assert.Empty(Read.Body("The House met. The House Committee met.").Claims("PART_OF"));

    [Theory]
    [InlineData("They bombed the Hungarian Embassy in Helsinki.", "Helsinki")]
    [InlineData("It was sent to the Consulate General at Helsinki.", "Helsinki")]
    public void Cities_in_the_names_of_missions_are_their_seats(string text, string city)
    {
        CableExtraction read = Read.Body(text);
        Assert.Contains(read.Claims("LOCATED_IN"), claim => claim.EndsWith("> " + city, StringComparison.Ordinal));
        Assert.Contains(city, read.Mentions(EntityType.Place));
    }

    [Fact]
    public void Agencies_named_behind_their_owner_are_its_parts() => Assert.Equal(
        ["Harbor Police > Ministry of Finance", "Coast Guard > Ministry of Finance"],
        Read.Body("The Ministry of Finance told the heads of its small agencies - Harbor Police and the Coast Guard - to speak.").Claims("PART_OF"));

    [Fact]
    public void Agencies_without_a_name_are_no_parts() =>
        Assert.Empty(Read.Body("The Ministry of Finance told its agencies and the Harbor Police to speak.").Claims("PART_OF"));

    [Fact]
    public void An_office_code_behind_the_department_is_part_of_it() =>
        Assert.Contains("EUR/WE", Read.Text("R 131416Z MAY 05\nFM AMEMBASSY BUCHAREST\nTO SECSTATE WASHDC 1234\nUNCLAS BUCHAREST 001129\n\nSIPDIS\n\nSTATE FOR EUR/WE\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A TEST\n\n1. Text.\n\nSMITH\n")
            is var read ? read.Claims.Where(claim => claim.Type == "PART_OF").SelectMany(claim => read.Mentions.Where(mention => mention.Entity == claim.Source)).Select(mention => mention.Text) : []);

    [Fact]
    public void The_letters_in_a_units_name_are_its_owner() =>
        Assert.StartsWith("UNESCO Safety Policy Committee > United Nations Educational", Assert.Single(Read.Body("It was put to the UNESCO Safety Policy Committee.").Claims("PART_OF")));

    [Theory]
    [InlineData("Other branches of the Harbor Council, particularly the Trade Board, agreed.", new[] { "Trade Board > Harbor Council" })]
    [InlineData("Units of the Harbor Council responsible for boats, such as the Harbor Police and the Norwegian Harbor Agency, agreed.", new[] { "Harbor Police > Harbor Council", "Norwegian Harbor Agency > Harbor Council" })]
    [InlineData("The agencies of the Harbor Council are the envy of the Trade Board.", new string[0])]
    [InlineData("The services of the Harbor Council were praised by the Trade Board.", new string[0])]
    public void A_whole_and_its_parts_by_name(string sentence, string[] parts) => Assert.Equal(parts.Order(), Read.Body(sentence).Claims("PART_OF").Order());

    [Fact]
    public void An_affiliate_is_a_member() =>
        Assert.Contains("Harbor Front > Free Ports League", Read.Body("The Harbor Front, the first Norwegian affiliate of the Free Ports League, left.").Claims("MEMBER_OF"));

    [Theory]
    [InlineData("The Lima-based HPO regional representative came.")]
    [InlineData("The Lima-based Harbor Council official Peter Brandt came.")]
    public void Where_a_body_s_man_is_based_is_not_its_seat(string sentence) => Assert.Empty(Read.Body(sentence).Claims("LOCATED_IN"));

    [Fact]
    public void What_an_executive_is_of_is_a_firm()
    {
        CableExtraction read = Read.Body("The CEO of Nordol Biofuels pointed out that it was late.");
        Assert.Contains("CEO of Nordol Biofuels", read.Mentions(EntityType.Position));
        Assert.Contains(read.Claims("POSITION_IN"), claim => claim.EndsWith("Nordol Biofuels", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Under the pact the Harbor Council would assist the Trade Board.")]
    [InlineData("The plan was referred to the Harbor Council to be carried out in consultation with the Trade Board.")]
    public void What_is_no_cooperation_yet(string sentence) =>
        Assert.DoesNotContain(Read.Body(sentence).Claims("COOPERATES_WITH"), claim => !claim.Contains("Conditional", StringComparison.Ordinal) && !claim.Contains("Proposed", StringComparison.Ordinal));
}
