using System.Diagnostics;

namespace Chancery.Tests;

/// <summary>The real program in a process of its own.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private CommandRun(Process process, string? input)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
    }

    public static CommandRun Start(string? input, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "chancery.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        return new CommandRun(Process.Start(start)!, input);
    }

    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using CommandRun run = Start(null, arguments);
        return await run.EndAsync();
    }

    public bool HasExited => _process.HasExited;

    public void Kill() => _process.Kill();

    public async Task<(int Code, string Output, string Error)> EndAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _output, await _error);
    }

    public void Dispose() => _process.Dispose();
}
