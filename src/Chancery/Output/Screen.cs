using Spectre.Console;

namespace Chancery.Output;

/// <summary>Spectre consoles on the writers that commands are given.</summary>
internal static class Screen
{
    // Into a file or a pipe there is no edge to wrap at; a table still needs one.
    private const int WidthOffScreen = 160;

    public static IAnsiConsole On(TextWriter writer)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        bool redirected = writer == Console.Out ? Console.IsOutputRedirected : writer != Console.Error || Console.IsErrorRedirected;
        if (redirected)
        {
            console.Profile.Width = WidthOffScreen;
        }

        return console;
    }
}
