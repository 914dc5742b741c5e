using Chancery.Extraction;
using Xunit;

namespace Chancery.Resolution.Tests;

public sealed class CableResolverTests
{
    [Fact]
    public void A_gazetteer_id_is_the_key_whatever_the_name()
    {
        ResolvedCable one = new Extractions("05A1").Entity("e1", EntityType.Organization, "BSEC", "org:BSEC").Resolve();
        ResolvedCable other = new Extractions("05A2").Entity("e7", EntityType.Organization, "Black Sea Economic Cooperation", "org:BSEC").Resolve();
        Assert.Equal("org:BSEC", one.Entities.Single().Key);
        Assert.Equal("org:BSEC", other.Entities.Single().Key);
    }

    [Theory]
    [InlineData("the Danube Commission on Fisheries", "Danube Commission  on\nFisheries")]
    [InlineData("Société Générale", "SOCIETE GENERALE")]
    [InlineData("Organization for Black Sea Economic Cooperation", "Black Sea Economic Cooperation organization")]
    [InlineData("O'Brien & Sons", "O’Brien and-Sons")]
    public void Names_that_differ_in_case_accents_and_article_are_one(string one, string other)
    {
        string a = new Extractions("05A1").Entity("e1", EntityType.Organization, one).Resolve().Entities.Single().Key;
        string b = new Extractions("05A2").Entity("e1", EntityType.Organization, other).Resolve().Entities.Single().Key;
        Assert.Equal(a, b);
    }

    [Fact]
    public void A_ministry_is_that_of_the_country_the_cable_was_sent_from()
    {
        static string Key(string cable, string post) => new Extractions(cable)
            .Entity("e1", EntityType.Organization, "Ministry of Foreign Affairs")
            .Entity("e2", EntityType.Post, post)
            .Claim("SENT_FROM", "cable", "e2")
            .Resolve().Entities.Single(entity => entity.Type == EntityType.Organization).Key;

        Assert.NotEqual(Key("05A1", "Embassy Bucharest"), Key("05A2", "Embassy Sofia"));
        Assert.Equal(Key("05A1", "Embassy Bucharest"), Key("05A3", "AMEMBASSY BUCHAREST".Replace("AMEMBASSY", "Embassy")));
    }

    [Fact]
    public void A_position_belongs_to_its_body_and_a_bare_title_to_its_cable()
    {
        ResolvedCable seci = new Extractions("05A1")
            .Entity("e1", EntityType.Position, "SECI Center Acting Director", null, null, ("title", "Acting Director"))
            .Entity("e2", EntityType.Organization, "SECI Center", "org:SECI")
            .Claim("POSITION_IN", "e1", "e2")
            .Resolve();
        ResolvedCable same = new Extractions("05A2")
            .Entity("e1", EntityType.Position, "Acting Director of SECI", null, null, ("title", "acting director"))
            .Entity("e2", EntityType.Organization, "SECI", "org:SECI")
            .Claim("POSITION_IN", "e1", "e2")
            .Resolve();
        Assert.Equal("position:acting-director@org:SECI", Extractions.Key(seci, EntityType.Position));
        Assert.Equal(Extractions.Key(seci, EntityType.Position), Extractions.Key(same, EntityType.Position));

        string bare = new Extractions("05A3").Entity("e1", EntityType.Position, "Director").Resolve().Entities.Single().Key;
        string other = new Extractions("05A4").Entity("e1", EntityType.Position, "Director").Resolve().Entities.Single().Key;
        Assert.NotEqual(bare, other);
    }

    [Fact]
    public void A_surname_stays_in_its_cable_unless_an_office_or_post_vouches_for_it()
    {
        static ResolvedCable Signed(string cable, string post) => new Extractions(cable)
            .Entity("e1", EntityType.Person, "Delare")
            .Entity("e2", EntityType.Post, post)
            .Claim("SENT_FROM", "cable", "e2")
            .Claim("SIGNED_BY", "cable", "e1")
            .Resolve();

        Assert.Equal(
            Extractions.Key(Signed("05A1", "Embassy Bucharest"), EntityType.Person), Extractions.Key(Signed("05A2", "Embassy Bucharest"), EntityType.Person));
        Assert.NotEqual(
            Extractions.Key(Signed("05A1", "Embassy Bucharest"), EntityType.Person), Extractions.Key(Signed("05A3", "Embassy Sofia"), EntityType.Person));

        string one = new Extractions("05A4").Entity("e1", EntityType.Person, "Popescu").Resolve().Entities.Single().Key;
        string other = new Extractions("05A5").Entity("e1", EntityType.Person, "Popescu").Resolve().Entities.Single().Key;
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void A_full_name_in_office_explains_the_surname_in_the_same_office()
    {
        static Extractions With(string cable, string name) => new Extractions(cable)
            .Entity("e1", EntityType.Person, name)
            .Entity("e2", EntityType.Position, "Director", null, null, ("title", "Director"))
            .Entity("e3", EntityType.Organization, "SECI", "org:SECI")
            .Claim("HOLDS", "e1", "e2")
            .Claim("POSITION_IN", "e2", "e3");

        ResolvedEntity full = With("05A1", "Alexandru Tomsa").Resolve().Entities.Single(entity => entity.Type == EntityType.Person);
        ResolvedEntity surname = With("05A2", "Tomsa").Resolve().Entities.Single(entity => entity.Type == EntityType.Person);
        Assert.True(surname.IsHandle);
        Assert.Equal([surname.Key], full.Explains);
        Assert.Equal("person:alexandru-tomsa", new Handles([(surname.Key, [full.Key])]).Target(surname.Key));
        Assert.Equal(surname.Key, new Handles([(surname.Key, [full.Key, "person:victor-tomsa"])]).Target(surname.Key));
        Assert.Equal(surname.Key, new Handles([]).Target(surname.Key));
    }

    [Fact]
    public void An_acronym_is_explained_by_the_cable_that_defines_it()
    {
        ResolvedEntity defined = new Extractions("05A1").Entity("e1", EntityType.Organization, "Black Sea Fisheries Board", null, ["BSFB"]).Resolve().Entities.Single();
        ResolvedEntity bare = new Extractions("05A2").Entity("e1", EntityType.Organization, "BSFB").Resolve().Entities.Single();
        Assert.Equal(("org:bsfb", true), (bare.Key, bare.IsHandle));
        Assert.Equal(["org:bsfb"], defined.Explains);
    }

    [Fact]
    public void What_leans_on_an_explained_body_moves_with_it()
    {
        Handles handles = new(
        [
            ("org:seci-center", ["org:SECI"]),
            ("org:sc", ["org:seci-center"]),
            ("position:director@org:seci-center", []),
            ("position:director@org:sc", []),
            ("person:tomsa@position:director@org:sc", []),
            ("person:tomsa@position:director@org:SECI", ["person:alexandru-tomsa"]),
        ]);
        Assert.Equal("org:SECI", handles.Target("org:sc"));
        Assert.Equal("position:director@org:SECI", handles.Target("position:director@org:seci-center"));
        Assert.Equal("position:director@org:SECI", handles.Target("position:director@org:sc"));
        Assert.Equal("person:alexandru-tomsa", handles.Target("person:tomsa@position:director@org:sc"));
    }

    [Fact]
    public void A_gazetteers_body_explains_the_names_that_a_cable_gives_it()
    {
        ResolvedEntity known = new Extractions("05A1").Entity("e1", EntityType.Organization, "SECI", "org:SECI", ["SECI Center", "Center"]).Resolve().Entities.Single();
        ResolvedEntity named = new Extractions("05A2").Entity("e1", EntityType.Organization, "the SECI Center").Resolve().Entities.Single();
        Assert.Contains(named.Key, known.Explains);
        Assert.DoesNotContain("org:center", known.Explains);
    }

    [Fact]
    public void Entities_of_one_key_become_one_with_all_surfaces_counted()
    {
        ResolvedCable cable = new Extractions("05A1")
            .Entity("e1", EntityType.Organization, "BSEC", "org:BSEC", ["BSCE"])
            .Entity("e2", EntityType.Organization, "Organization for Black Sea\nEconomic Cooperation", "org:BSEC")
            .Mention("e1", "BSEC", 10).Mention("e1", "BSEC", 20).Mention("e1", "BSCE", 30).Mention("e2", "Black Sea\n Economic Cooperation", 40)
            .Resolve();
        ResolvedEntity entity = cable.Entities.Single();
        Assert.Contains(("BSEC", 2), entity.Surfaces);
        Assert.Contains(("BSCE", 1), entity.Surfaces);
        Assert.Contains(("Black Sea Economic Cooperation", 1), entity.Surfaces);
        Assert.All(cable.Mentions, mention => Assert.Equal("org:BSEC", mention.Key));
    }

    [Fact]
    public void Claims_keep_their_ids_from_build_to_build_and_differ_by_place()
    {
        static ResolvedCable Build(string cable) => new Extractions(cable)
            .Entity("e1", EntityType.Organization, "A Board")
            .Entity("e2", EntityType.Organization, "B Board")
            .Claim("PART_OF", "e1", "e2")
            .Resolve();

        Assert.Equal(Build("05A1").Claims.Single().Id, Build("05A1").Claims.Single().Id);
        Assert.NotEqual(Build("05A1").Claims.Single().Id, Build("05A2").Claims.Single().Id);
    }

    [Fact]
    public void Keys_do_not_depend_on_the_order_of_entities()
    {
        CableExtraction extraction = new Extractions("05A1")
            .Entity("e1", EntityType.Person, "Tomsa")
            .Entity("e2", EntityType.Position, "Director", null, null, ("title", "Director"))
            .Entity("e3", EntityType.Organization, "SECI", "org:SECI")
            .Entity("e4", EntityType.Place, "Bucharest")
            .Claim("HOLDS", "e1", "e2")
            .Claim("POSITION_IN", "e2", "e3")
            .Build();
        string[] expected = [.. CableResolver.Resolve(extraction).Entities.Select(entity => entity.Key)];
        Assert.Equal(["org:SECI", "person:tomsa@position:director@org:SECI", "place:bucharest", "position:director@org:SECI"], expected);
        CableExtraction reversed = extraction with { Entities = [.. extraction.Entities.Reverse()], Claims = [.. extraction.Claims.Reverse()] };
        Assert.Equal(expected, CableResolver.Resolve(reversed).Entities.Select(entity => entity.Key));
    }
}
