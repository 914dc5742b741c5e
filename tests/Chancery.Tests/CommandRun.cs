using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Tests;

/// <summary>The real program in a process of its own.</summary>
internal sealed partial class CommandRun : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private readonly TaskCompletionSource<Uri> _listening = new();

    private CommandRun(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = ReadErrorAsync(process.StandardError);
        process.StandardInput.Close();
    }

    public static CommandRun Start(Dictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "chancery.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new CommandRun(Process.Start(start)!);
    }

    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using CommandRun run = Start([], arguments);
        return await run.EndAsync();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Where a service answers HTTP, once it does.</summary>
    public Task<Uri> ListeningAsync() => _listening.Task;

    public void Kill() => _process.Kill();

    public async Task<(int Code, string Output, string Error)> EndAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _output, await _error);
    }

    public void Dispose() => _process.Dispose();

    private async Task<string> ReadErrorAsync(StreamReader error)
    {
        StringBuilder all = new();
        while (await error.ReadLineAsync() is string line)
        {
            all.AppendLine(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                _listening.TrySetResult(new Uri(match.Groups[1].Value));
            }
        }

        _listening.TrySetException(new InvalidOperationException($"It does not listen:\n{all}"));
        return all.ToString();
    }

    [GeneratedRegex(@": listening on (http://[0-9.]+:\d+)")]
    private static partial Regex Listening();
}
