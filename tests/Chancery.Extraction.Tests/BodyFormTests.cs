using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Bodies, places and posts told by their form or by what stands beside them, each class with what looks like it and is none.</summary>
public sealed class BodyFormTests
{
    [Theory]
    [InlineData("He works for the parastatal Norvolt in the north.", "Norvolt")]
    [InlineData("They were built by the electric utilities Norvolt and Danvolt.", "Danvolt")]
    [InlineData("Young people like companies such as Norvolt.", "Norvolt")]
    [InlineData("The banned front group Zahratina held a meeting.", "Zahratina")]
    [InlineData("It was bought by the U.S. firm Vardan and Lowellby in 1906.", "Vardan and Lowellby")]
    [InlineData("We visited a machinery factory in Helsinki named \"Norvomash,\" which is old.", "Norvomash")]
    [InlineData("The centrist \"Morning Tide,\" which opposes him, ran a story.", "Morning Tide")]
    [InlineData("\"Vardan Tide\" reported that it was late.", "Vardan Tide")]
    [InlineData("He sold the land to Norpens, a retirement and pension institution for sailors.", "Norpens")]
    [InlineData("Norvomash Harbor Mills Ltd. is large. Later Norvomash sold it.", "Norvomash")]
    public void What_a_name_is_called_makes_it_a_body(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("The firm Norwegian stance and the company Ambassador Brandt praised did not last.")]
    [InlineData("He is on firm Western ground.")]
    [InlineData("Peter Brandt, a bank manager, agreed.")]
    public void What_only_stands_behind_such_a_noun_is_none(string sentence) => Assert.Empty(Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("The letter was sent to the Harbor Tax Agency of Norway in May.", "Harbor Tax Agency of Norway")]
    [InlineData("He chairs the Task Force on Smuggling in Timber now.", "Task Force on Smuggling in Timber")]
    [InlineData("The Coalition for the Protection of Old Harbors (COPOH) met.", "Coalition for the Protection of Old Harbors")]
    [InlineData("The Council for the Moral Culture of the Rising Generation was founded in May.", "Council for the Moral Culture of the Rising Generation")]
    [InlineData("The Royal Norway Police Force did the work.", "Royal Norway Police Force")]
    [InlineData("The Norwegian Gold and Timber Workers Association pays for it.", "Norwegian Gold and Timber Workers Association")]
    [InlineData("He sits in the U.S.-Norway Harbor Working Group now.", "U.S.-Norway Harbor Working Group")]
    [InlineData("He led the terrorist group al-Zahratin for years.", "al-Zahratin")]
    [InlineData("The Norwegian environmental ministry and the Hungarian naval forces agreed.", "Hungarian naval forces")]
    [InlineData("He told SovGovt so.", "SovGovt")]
    [InlineData("Nobody at the Presidency was told.", "Presidency")]
    public void The_whole_name_of_a_body_is_read(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("The Pilot Program to Conserve Old Harbors (PPH7) ended. PPH7 was costly.")]
    [InlineData("A plan for Reducing Emissions from Old Harbors (REOH) was made; REOH has begun.")]
    [InlineData("It costs US$ 5 million under the Helsinki Accord and the Africa Cup of Harbors.")]
    [InlineData("Embassy Fish Officers and Foreign Ministers praised the ISPS code and the ISP.")]
    public void Schemes_sums_and_kinds_of_people_are_no_bodies(string sentence)
    {
        CableExtraction read = Read.Body(sentence);
        Assert.Empty(read.Mentions(EntityType.Organization));
        Assert.Empty(read.Mentions(EntityType.Place));
    }

    [Theory]
    [InlineData("He is a friend of Mission Norway and of many others.", "Mission Norway")]
    [InlineData("Notes went to the Hungarian UN Mission.", "Hungarian UN Mission")]
    public void Missions_by_country_or_seat_are_posts(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Post));

    [Fact]
    public void The_embassy_in_a_memorandum_is_a_post() =>
        Assert.Contains("Embassy", Read.Text("1. Memorandum of Conversation\nWashington, May 5, 1961.\n\nHe reported it to his Embassy.\n").Mentions
            .Where(mention => mention.Type == EntityType.Post).Select(mention => mention.Text));

    [Theory]
    [InlineData("He wrote to the Ministry of Labor, Timber Trade and Rural Housing in May.", "Ministry of Labor, Timber Trade and Rural Housing")]
    [InlineData("\"The same,\" he said. Danube Trout Forever, the Lima-based NGO, had an observer there.", "Danube Trout Forever")]
    [InlineData("Leaders of the G-8 met in May.", "G-8")]
    [InlineData("She heads the OSCE field office in the north.", "OSCE field office")]
    [InlineData("The Lima Department of Commerce paid for it.", "Lima Department of Commerce")]
    [InlineData("They opened a QZP/C office in the north.", "QZP/C")]
    [InlineData("The Ministry of Harbors and Investment (MHI) agreed.", "MHI")]
    [InlineData("Minutes of the 16th meeting of the Council on Foreign Timber Policy were sent.", "Council on Foreign Timber Policy")]
    public void Lists_groups_and_offices_abroad_are_whole(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("Peter Brandt, the Minister of Economics, and Janos Kovacs, Director General for Harbor Policy, agreed.")]
    [InlineData("The Anglo-Norway talks and HIV/AIDS work went on under the Helsinki Convention.")]
    public void What_an_office_is_for_is_no_body(string sentence)
    {
        CableExtraction read = Read.Body(sentence);
        Assert.Empty(read.Mentions(EntityType.Organization));
        Assert.Empty(read.Mentions(EntityType.Place));
    }

    [Theory]
    [InlineData("It works in the states of Vardania and Sorel.", "Vardania", "Sorel")]
    [InlineData("He lives in the upscale Vardalies neighborhood.", "Vardalies")]
    public void Places_are_told_by_their_kind(string sentence, params string[] names) => Assert.Equal(names, Read.Body(sentence).Mentions(EntityType.Place));

    [Theory]
    [InlineData("Helsinki may wish to comment on this.", "Helsinki")]
    [InlineData("New people matter to the Mission. We told Helsinki-based firms.", "Mission")]
    public void Those_who_are_spoken_to_are_posts(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Post));

    [Fact]
    public void Brackets_with_a_reference_define_nothing()
    {
        string[] bodies = Read.Body("The Harbor Timber Fund (REFTEL) paid. See REFTEL and REF B. END NOTE.").Mentions(EntityType.Organization);
        Assert.DoesNotContain("REFTEL", bodies);
        Assert.DoesNotContain("REF B", bodies);
    }

    [Theory]
    [InlineData("He joined the Guardia Civil in May.", "Guardia Civil")]
    [InlineData("Vardania, Sorelia, Lugaria, Norvia, Danvia and Oktoria report that mainstream Sorelia writes and liberal Norvia reported it.", "Oktoria")]
    public void Foreign_bodies_and_papers_in_a_list_are_read(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("131416Z MAY 65", true)]
    [InlineData("131416Z MAY 05", false)]
    public void Letters_of_a_war_are_a_body_in_its_years(string day, bool named) =>
        Assert.Equal(named, Read.Body("Two VC units were seen, and the VC denied it.", "SAIGON", day).Mentions(EntityType.Organization).Contains("VC"));
}
