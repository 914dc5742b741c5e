using Xunit;

namespace Chancery.Extraction.Tests;

/// <summary>Names told by their form alone, each class with what looks like it and is none.</summary>
public sealed class NameFormTests
{
    [Theory]
    [InlineData("The Hungarian government has agreed.", "Hungarian government")]
    [InlineData("He was held by Costa Rican police for a day.", "Costa Rican police")]
    [InlineData("Talks with the Bulgarian,s navy ended, and the Hungarian government,s offer stands.", "Hungarian government")]
    [InlineData("They followed the Lima Prosecutor's office in this.", "Lima Prosecutor's office")]
    [InlineData("They followed the Lima Prosecutor,s office in this.", "Lima Prosecutor,s office")]
    [InlineData("Two ships sailed with Task Force 77 in May.", "Task Force 77")]
    [InlineData("It is paid by the Comite de Defensa y de Ayuda a los Puertos.", "Comite de Defensa y de Ayuda a los Puertos")]
    [InlineData("The Conseil d'Honneur, a court, has ruled.", "Conseil d'Honneur")]
    [InlineData("The Conseil d,Honneur, a court, has ruled.", "Conseil d,Honneur")]
    [InlineData("The paintings are in the Sherwood Museum now.", "Sherwood Museum")]
    public void A_body_is_known_by_its_form(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("Both governments, the police and the movement agreed.")]
    [InlineData("He met Hungarian governments of every kind.")]
    [InlineData("The task force met in his office.")]
    public void Nouns_of_bodies_alone_are_none(string sentence) => Assert.Empty(Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("Timber comes from the Russian Far East and from Siberia.", "Russian Far East")]
    [InlineData("A bomb went off in the Lindenhof metro station.", "Lindenhof metro station")]
    [InlineData("He lives in the 3rd arrondissement.", "3rd arrondissement")]
    [InlineData("The exercise was held in the Val d,Argent region.", "Val d,Argent")]
    [InlineData("Ships cross the Upper Danube Region in spring.", "Upper Danube Region")]
    public void A_place_is_known_by_its_form(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Place));

    [Theory]
    [InlineData("A new Federal Harbor Code came into force.")]
    [InlineData("East German and Western European papers followed radical Islam.")]
    public void Codes_peoples_and_creeds_are_no_names(string sentence)
    {
        CableExtraction read = Read.Body(sentence);
        Assert.Empty(read.Mentions(EntityType.Person));
        Assert.Empty(read.Mentions(EntityType.Place));
    }

    [Theory]
    [InlineData("They followed Marta Dragosteni, a satellite television station based in Lima, every day.", "Marta Dragosteni")]
    [InlineData("In March, the QZA, a watchdog, ordered it closed. Later the QZA accused them.", "QZA")]
    [InlineData("It met with the Assemblee Locale d,Honneur (ALH) in May. The ALH agreed.", "ALH")]
    [InlineData("They raised it inNATO and elsewhere.", "NATO")]
    [InlineData("The Kovacs Library has the letter.", "Kovacs Library")]
    public void What_stands_beside_a_name_tells_that_it_is_a_body(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("Police arrested suspect Marku Dragosteni in Lima.", "Marku Dragosteni")]
    [InlineData("They spoke with Marku Dragosteni, a harbor expert, at length.", "Marku Dragosteni")]
    public void What_stands_beside_a_name_tells_that_it_is_a_person(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Person));

    [Theory]
    [InlineData("Cities have instituted QRM, a French acronym for \"quick response\".")]
    [InlineData("The three Allied Govts sent airgram G-736 at 10 AM.")]
    [InlineData("The Files Series and the Papers are closed.")]
    public void Plans_plurals_and_papers_are_no_bodies(string sentence) => Assert.Empty(Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("A bomb exploded at the Indonesian Embassy in Paris.", "Indonesian Embassy in Paris")]
    [InlineData("It was also sent to the Mission at Geneva.", "Mission at Geneva")]
    [InlineData("He told the Embassy Political section so.", "")]
    public void Missions_with_their_nation_or_city(string sentence, string name) =>
        Assert.Equal(name.Length == 0 ? [] : [name], Read.Body(sentence).Mentions(EntityType.Post));

    [Theory]
    [InlineData("Vienna had planned to raise the tariff.", "Vienna")]
    [InlineData("He spoke of the fundamentalist Zahratin movement.", "Zahratin movement")]
    public void What_acts_is_a_body(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("Talks were held in Vienna and he had a plan.")]
    [InlineData("The fascist movement and the Islamic movement failed.")]
    [InlineData("It was placed on the Priority Watch List and in the Wireless File.")]
    public void What_does_not_act_is_none(string sentence) => Assert.Empty(Read.Body(sentence).Mentions(EntityType.Organization));

    [Fact]
    public void A_month_before_a_day_is_no_part_of_a_name() =>
        Assert.Equal(["Anna Tomlin", "Tomlin"], Read.Body("The mayor received Anna Tomlin May 10. She welcomed Tomlin May 12 on her visit.").Mentions(EntityType.Person));

    [Fact]
    public void An_administration_is_called_after_its_head() =>
        Assert.Equal(["Lowell"], Read.Body("It goes back to the Lowell administration.").Mentions(EntityType.Person));

    [Fact]
    public void Two_places_with_a_hyphen_are_two() =>
        Assert.Equal(["Vienna", "Budapest"], Read.Body("Relations between Vienna-Budapest are good.").Mentions(EntityType.Place));

    [Theory]
    [InlineData("The Mission sees in Vienna's policy a change.", "Vienna")]
    public void A_capital_with_a_policy_is_its_government(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("Peter Brandt, U.S. Permanent Representative at the North Atlantic Council, agreed.", "U.S. Permanent Representative at the North Atlantic Council")]
    [InlineData("He wrote to Peter Lowell (Hungary's ambassador to the U.S.) in May.", "ambassador to the U.S.")]
    public void An_office_keeps_what_it_is_accredited_to(string sentence, string office) => Assert.Contains(office, Read.Body(sentence).Mentions(EntityType.Position));

    [Fact]
    public void An_unknown_word_after_an_office_is_its_holder() => Assert.Equal(["Zahratin", "Zahratin"], Read.Body("Counselor Zahratin had a plan. They told Zahratin so.").Mentions(EntityType.Person));

    [Fact]
    public void A_scheme_is_no_place() => Assert.DoesNotContain("Vigizahra", Read.Body("France raised the Vigizahra alert system in March.").Mentions(EntityType.Place));

    [Theory]
    [InlineData("Danauer Rundschau (01/20) editorialized that it must act.", "Danauer Rundschau")]
    [InlineData("He told La Zahra newspaper that it would end.", "La Zahra")]
    [InlineData("According to Die Woche, the court will rule.", "Die Woche")]
    [InlineData("The Attorney General's Registry (AGR) sent officers.", "Attorney General's Registry")]
    [InlineData("The Harbor Workers' Central (HWC) marched.", "Harbor Workers' Central")]
    [InlineData("The Danube Anti-Smuggling Agency (DASA) sent officers.", "Danube Anti-Smuggling Agency")]
    public void Papers_and_names_with_apostrophes_or_hyphens_are_whole(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Organization));

    [Theory]
    [InlineData("The party leader Frank-Peter Lowell agreed.", "Frank-Peter Lowell")]
    [InlineData("The ministry thanked Dato' Zuraidah binti Mohamed for it.", "Zuraidah binti Mohamed")]
    [InlineData("Encik Abdul Rahman bin Ahmad agreed.", "Abdul Rahman bin Ahmad")]
    [InlineData("Senate President Oscar Lowell (ZAHRA, Lima) agreed.", "Oscar Lowell")]
    public void A_person_is_whole_and_alone(string sentence, string name) => Assert.Equal([name], Read.Body(sentence).Mentions(EntityType.Person));

    [Theory]
    [InlineData("It was Deputy Inspector General of Police Tan Sri Ismail Omar.", "Deputy Inspector General of Police")]
    [InlineData("He is the NATO deputy president, they said.", "NATO deputy president")]
    [InlineData("Nieder-Zahringen Minister-President Peter Brandt spoke.", "Nieder-Zahringen Minister-President")]
    public void An_office_is_whole_and_alone(string sentence, string office) => Assert.Equal([office], Read.Body(sentence).Mentions(EntityType.Position));

    [Theory]
    [InlineData("Attorney General Peter Brandt declined.", "Attorney General")]
    [InlineData("Chief Justice Peter Brandt objected.", "Chief Justice")]
    public void Heads_of_justice_hold_offices(string sentence, string office)
    {
        CableExtraction read = Read.Body(sentence);
        Assert.Equal([office], read.Mentions(EntityType.Position));
        Assert.Equal(["Peter Brandt"], read.Mentions(EntityType.Person));
    }

    [Theory]
    [InlineData("They wrote to the Ministry of Economy, Finance and Industry.", "Ministry of Economy, Finance and Industry")]
    [InlineData("The Quai d'Honneur studied the bill.", "Quai d'Honneur")]
    [InlineData("The Direction Generale de la Zahra took part.", "Direction Generale de la Zahra")]
    public void Ministries_keep_their_topics(string sentence, string name) => Assert.Contains(name, Read.Body(sentence).Mentions(EntityType.Organization));

    [Fact]
    public void A_general_and_an_attorney_are_no_office() => Assert.Empty(Read.Body("An attorney told General Brandt that justice was done.").Mentions(EntityType.Position));

    [Fact]
    public void In_capitals_an_unknown_word_after_an_office_is_its_holder()
    {
        CableExtraction read = Read.Body("SOVIET AMBASSADOR ZAHRATIN CALLED ON KING PETER BRANDT. THE AMBASSADOR CALLED AGAIN.");
        Assert.Equal(["ZAHRATIN", "PETER BRANDT"], read.Mentions(EntityType.Person));
        Assert.Equal(["SOVIET AMBASSADOR", "KING", "AMBASSADOR"], read.Mentions(EntityType.Position));
    }

    [Fact]
    public void A_head_of_a_firm_belongs_to_it() => Assert.Equal(["Zahratin CEO"], Read.Body("They saw an interview of Zahratin CEO Peter Brandt.").Mentions(EntityType.Position));

    [Fact]
    public void A_delegation_is_a_mission() => Assert.Equal(["USDel"], Read.Body("Request USDel inform the council.").Mentions(EntityType.Post));

    [Fact]
    public void A_comma_between_words_stays_a_comma() =>
        Assert.Equal(["Peru", "Chile"], Read.Body("In Peru,so far, and in Chile, nothing changed.").Mentions(EntityType.Place));

    [Fact]
    public void A_source_note_lists_drafters_and_where_else_the_telegram_went()
    {
        CableExtraction read = Read.Text(
            "215. Telegram From the Department of State to the Embassy in Hungary\n\nWashington, January 10, 1962, 6:14 p.m.\n\n1234. Please inform the Ministry.\n\nRusk\n\n"
            + "* Source: Department of State, Central Files, 611.61/1-1062. Secret. Drafted by Marsh (EUR); cleared by Lowell, S/S, Arthur J. Whitby, and CIA; and approved by Brandt. Repeated to Vienna and Moscow.\n");
        string[] Of(EntityType type) => [.. read.Mentions.Where(mention => mention.Type == type).Select(mention => mention.Text)];
        Assert.Superset(new HashSet<string> { "Marsh", "Lowell", "Arthur J. Whitby", "Brandt" }, Of(EntityType.Person).ToHashSet());
        Assert.Superset(new HashSet<string> { "EUR", "S/S", "CIA" }, Of(EntityType.Organization).ToHashSet());
        Assert.Superset(new HashSet<string> { "Vienna", "Moscow" }, Of(EntityType.Post).ToHashSet());
    }
}
