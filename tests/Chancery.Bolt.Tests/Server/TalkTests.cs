using Chancery.Bolt.Framing;
using Chancery.Bolt.Server;
using Xunit;

namespace Chancery.Bolt.Tests.Server;

/// <summary>
/// Runs the talks of the folder Talks against a server over the toy graph. Lines: <c>!: BOLT 5.4</c> the version,
/// <c>!: AUTH</c> users exist, <c>C:</c> what the client sends, <c>S:</c> what must come, <c>S: END</c> the server closes.
/// </summary>
public sealed class TalkTests
{
    public static TheoryData<string> Talks =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Talks"), "*.talk").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task The_server_answers_as_the_talk_says(string talk)
    {
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Talks", talk + ".talk"), TestContext.Current.CancellationToken);
        BoltServerOptions options = lines.Contains("!: AUTH") ? new() { Authenticate = AuthenticateAsync } : new();
        await using BoltServer server = new(new ToyGraph(), options);
        await using WirePeer peer = new(server);
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            string where = $"{talk}.talk line {i + 1}";
            switch (line.Length < 3 ? "" : line[..3])
            {
                case "!: " when line.StartsWith("!: BOLT ", StringComparison.Ordinal):
                    BoltVersion version = await peer.HandshakeAsync(line[8..]);
                    Assert.Equal(line[8..], version.ToString());
                    break;
                case "C: ":
                    // Lines of one side that follow each other travel together.
                    List<string> sent = [];
                    for (; i < lines.Length && lines[i].StartsWith("C: ", StringComparison.Ordinal); i++)
                    {
                        sent.Add(lines[i][3..].Trim());
                    }

                    i--;
                    await peer.SendAsync([.. sent]);
                    break;
                case "S: ":
                    string expected = line[3..];
                    string? actual = await peer.ReceiveAsync();
                    bool matches = expected == "END" ? actual is null : actual is not null && TalkLine.Matches(expected, actual);
                    Assert.True(matches, $"{where}\n  expected S: {expected}\n  actual   S: {actual ?? "END"}");
                    break;
            }
        }
    }

    private static ValueTask<BoltRole?> AuthenticateAsync(string user, string password, CancellationToken cancellationToken) => new((user, password) switch
    {
        ("ann", "anchor") => BoltRole.Reader,
        ("ben", "beacon") => BoltRole.Curator,
        _ => null,
    });
}
