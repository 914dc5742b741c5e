using Chancery.Bolt.Client;
using Chancery.Bolt.Tests.Server;
using Chancery.Cypher;
using Chancery.Graph;
using Xunit;

namespace Chancery.Bolt.Tests.Conformance;

public sealed class EmbeddedConformance : GraphConformance
{
    protected override ValueTask<IGraphDatabase> OpenAsync() => new(EmbeddedGraph.InMemory());
}

/// <summary>Our client on our server over the embedded engine.</summary>
public sealed class LoopbackConformance : GraphConformance
{
    private readonly EmbeddedGraph _engine = EmbeddedGraph.InMemory();
    private LoopbackServer? _server;

    protected override async ValueTask<IGraphDatabase> OpenAsync()
    {
        _server = await LoopbackServer.StartAsync(_engine);
        return BoltGraph.Connect(_server.Uri);
    }

    protected override async ValueTask CloseAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await _engine.DisposeAsync();
    }
}

/// <summary>Any server: CHANCERY_TEST_BOLT_URI is its address, with user and password.</summary>
public sealed class NamedServerConformance : GraphConformance
{
    protected override ValueTask<IGraphDatabase> OpenAsync()
    {
        string? uri = Environment.GetEnvironmentVariable("CHANCERY_TEST_BOLT_URI");
        Assert.SkipWhen(string.IsNullOrEmpty(uri), "CHANCERY_TEST_BOLT_URI names no server.");
        return new(BoltGraph.Connect(uri!));
    }
}

#if NEO4J_DRIVER
/// <summary>The official driver on our server over the embedded engine.</summary>
public sealed class OfficialDriverConformance : GraphConformance
{
    private readonly EmbeddedGraph _engine = EmbeddedGraph.InMemory();
    private LoopbackServer? _server;

    protected override async ValueTask<IGraphDatabase> OpenAsync()
    {
        _server = await LoopbackServer.StartAsync(_engine);
        return Neo4jDriver.Neo4jGraph.Connect(_server.Uri);
    }

    protected override async ValueTask CloseAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await _engine.DisposeAsync();
    }
}
#endif
