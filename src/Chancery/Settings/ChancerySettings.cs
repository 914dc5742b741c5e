using Microsoft.Extensions.Configuration;

namespace Chancery.Settings;

/// <summary>
/// The settings: <c>appsettings.json</c> beside the program, then <c>chancery.json</c> in the working folder, then the environment with the
/// prefix <c>Chancery__</c> (<c>Chancery__Graph</c>, <c>Chancery__Ingestion__Schedule</c>).
/// </summary>
internal sealed class ChancerySettings
{
    public const string OwnDriver = "chancery";
    public const string OfficialDriver = "neo4j";
    private const string EnvironmentPrefix = "Chancery__";

    /// <summary>Where the graph is.</summary>
    public string Graph { get; set; } = "embedded:./data/graph";

    /// <summary>What speaks to a server: <c>chancery</c>, or <c>neo4j</c> where the program was built with the official driver.</summary>
    public string GraphDriver { get; set; } = OwnDriver;

    public IngestionSettings Ingestion { get; set; } = new();

    public HttpSettings Http { get; set; } = new();

    public BoltSettings Bolt { get; set; } = new();

    /// <summary>Who may do what. Empty: everybody on this machine may do everything, and nobody else anything.</summary>
    public AccessSettings[] Access { get; set; } = [];

    public static void AddSources(IConfigurationBuilder configuration) =>
        configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.GetFullPath("chancery.json"), optional: true)
            .AddEnvironmentVariables(EnvironmentPrefix);

    public static ChancerySettings Load()
    {
        ConfigurationBuilder configuration = new();
        AddSources(configuration);
        return configuration.Build().Get<ChancerySettings>() ?? new ChancerySettings();
    }
}

internal sealed class IngestionSettings
{
    /// <summary>Files and folders that scheduled jobs read.</summary>
    public string[] Paths { get; set; } = [];

    /// <summary>A Quartz cron expression (seconds first) for reading <see cref="Paths"/>; without it there is no schedule.</summary>
    public string? Schedule { get; set; }

    /// <summary>A folder that is read again whenever something in it changes; cables that leave it leave the graph.</summary>
    public string? Watch { get; set; }

    /// <summary>The curation file; without it there are no decisions.</summary>
    public string? Curation { get; set; }
}

internal sealed class HttpSettings
{
    /// <summary>The address to listen on. Beyond this machine only with <see cref="ChancerySettings.Access"/>.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>0 takes a free port.</summary>
    public int Port { get; set; } = 5080;

    /// <summary>Seconds after which a request's statement ends with an error.</summary>
    public double Timeout { get; set; } = 30;

    /// <summary>Records that an answer holds at most.</summary>
    public int MaxRows { get; set; } = 10_000;
}

internal sealed class BoltSettings
{
    public bool Enabled { get; set; } = true;

    /// <summary>The address to listen on. Beyond this machine only with <see cref="ChancerySettings.Access"/>.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>0 takes a free port.</summary>
    public int Port { get; set; } = 7687;

    /// <summary>A PEM file with the server's certificate first and those of its issuers behind it; then the port speaks TLS alone (<c>bolt+s://</c>).</summary>
    public string? Certificate { get; set; }

    /// <summary>The PEM file of the certificate's private key; without it the key stands in <see cref="Certificate"/> too.</summary>
    public string? CertificateKey { get; set; }
}

/// <summary>One caller: by HTTP the secret is an API key (or the password of Basic authentication), by Bolt the password.</summary>
internal sealed class AccessSettings
{
    public string Name { get; set; } = "";

    public string Secret { get; set; } = "";

    /// <summary>reader, curator or admin.</summary>
    public string Role { get; set; } = "reader";
}
