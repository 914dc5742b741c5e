using Chancery.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Chancery.Tests.Dashboard;

/// <summary>The dashboard as a person uses it: Chromium against the service over the sample cables.</summary>
public class DashboardTests
{
    private static readonly string[] s_browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    [Fact]
    public async Task Finds_SECI_opens_its_facts_and_reads_a_sentence()
    {
        string? browserPath = s_browsers.FirstOrDefault(File.Exists);
        Assert.SkipWhen(browserPath is null, "No Chromium on this machine.");
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(ServiceProcess.Folder, "dashboard")), "The dashboard was not built: Node.js was not there.");

        using TemporaryFolder folder = new();
        (int code, _, string error) = await CommandRun.RunAsync("ingest", "--graph", "embedded:" + folder["graph"], SampleGraph.Samples);
        Assert.True(code == 0, error);
        await using (ServiceProcess service = await ServiceProcess.ServeAsync(folder["graph"]))
        {
            using IPlaywright playwright = await Playwright.CreateAsync();
            await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = browserPath,
                // The network is drawn by WebGL; without a graphics card SwiftShader draws it.
                Args = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                    "--disable-sync", "--enable-unsafe-swiftshader", "--use-gl=angle", "--use-angle=swiftshader"],
            });
            IPage page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
            page.SetDefaultTimeout(60_000);
            List<string> errors = [];
            page.PageError += (_, message) => errors.Add(message);

            await page.GotoAsync(service.Address.ToString());
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("relations");
            await page.GetByTestId("search").FillAsync("SECI");
            ILocator hit = page.GetByTestId("hit").Filter(new LocatorFilterOptions { HasText = "SECI Center" }).First;
            await hit.ClickAsync();

            ILocator entity = page.GetByTestId("entity");
            await Assertions.Expect(entity).ToContainTextAsync("SECI Center");
            ILocator sentence = entity.GetByTestId("sentence").Filter(new LocatorFilterOptions { HasText = "JCC is the governing Board of SECI Center" });
            await Assertions.Expect(sentence.First).ToBeVisibleAsync();
            await ScreenshotAsync(page, "facts");

            ILocator fact = entity.GetByTestId("fact").Filter(new LocatorFilterOptions { HasText = "JCC is the governing Board of SECI Center" }).First;
            await fact.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new System.Text.RegularExpressions.Regex("^05BUCHAREST1129") }).ClickAsync();
            ILocator cable = page.GetByTestId("cable");
            await Assertions.Expect(cable.Locator("mark").Filter(new LocatorFilterOptions { HasText = "SECI Center" }).First).ToBeVisibleAsync();
            Assert.Contains("trafficking and financial crime", await cable.InnerTextAsync(), StringComparison.Ordinal);
            await ScreenshotAsync(page, "cable");

            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Questions" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Members of an organization" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Ask", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByTestId("rows").Locator("tbody tr").First).ToBeVisibleAsync();
            Assert.Empty(errors);
        }
    }

    /// <summary>Pictures to look at, beside the test's output.</summary>
    private static Task ScreenshotAsync(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", name + ".png") });
}
