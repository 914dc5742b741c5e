using Microsoft.Extensions.FileProviders;

namespace Chancery.Http;

/// <summary>The built page, from the folder <c>dashboard</c> beside the program; without it the root says where the API is.</summary>
internal static class DashboardFiles
{
    public static void MapDashboard(this WebApplication application)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "dashboard");
        if (!Directory.Exists(folder))
        {
            application.MapGet("/", () => Results.Text(
                "Chancery runs without its dashboard: Node.js was not there when it was built. The API is under /api, its description at /openapi/v1.json.\n"));
            return;
        }

        PhysicalFileProvider files = new(folder);
        application.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        application.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            // Names under assets carry a hash of their content; the page itself must be asked for again.
            OnPrepareResponse = served => served.Context.Response.Headers.CacheControl =
                served.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }
}
