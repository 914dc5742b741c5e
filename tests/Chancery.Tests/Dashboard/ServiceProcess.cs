using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Testing;

namespace Chancery.Tests.Dashboard;

/// <summary>The real executable as its own process on a free port, over a graph in a folder of its own.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServiceProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>The executable's own output folder, of the same configuration as the tests: the dashboard stands there.</summary>
    public static string Folder { get; } = Path.Combine(
        Repository.Root, "src", "Chancery", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    public static async Task<ServiceProcess> ServeAsync(string graph)
    {
        Process process = Start("serve", "--graph", "embedded:" + graph, "--port", "0", "--bolt-port", "0");
        string seen = "";
        while (await process.StandardError.ReadLineAsync() is string line)
        {
            seen += line + "\n";
            if (Listening().Match(line) is { Success: true } match)
            {
                // Whoever does not read a pipe stops its writer.
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                return new ServiceProcess(process, new Uri($"http://127.0.0.1:{int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture)}/"));
            }
        }

        process.Kill(entireProcessTree: true);
        throw new InvalidOperationException($"The service did not start:\n{seen}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(Folder, "chancery.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Repository.Root,
    })!;

    [GeneratedRegex(@"listening on http://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();
}
