namespace Chancery.Resolution;

/// <summary>Decides whose short name a handle is, from what all the cables present say.</summary>
public static class Handles
{
    /// <summary>
    /// The one entity that the cables give the handle to; the handle itself where none does, or where they disagree:
    /// two Popescus in one embassy stay apart from the Popescu of whom only the surname is known.
    /// </summary>
    public static string Target(string handle, IEnumerable<string> explainedAs)
    {
        string? only = null;
        foreach (string entity in explainedAs)
        {
            if (only is not null && only != entity)
            {
                return handle;
            }

            only = entity;
        }

        return only ?? handle;
    }
}
