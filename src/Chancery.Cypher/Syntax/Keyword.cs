using System.Collections.Frozen;

namespace Chancery.Cypher.Syntax;

/// <summary>The words that mean something somewhere. None is reserved: where no keyword fits, each may be a name.</summary>
internal enum Keyword : byte
{
    None,
    All, AllShortestPaths, And, Any, Array, As, Asc, Ascending, Assert, Bool, Boolean, Both, Break, Built, By, Call, Case, Collect, Commands,
    Concurrent, Constraint, Constraints, Contains, Continue, Count, Create, Csv, Current, Cypher, Database, Databases, Date, DateTime, Default,
    Defined, Delete, Desc, Descending, Detach, Distinct, Drop, Duration, Each, Edge, Else, End, Ends, Error, Executable, Exist, Existence, Exists, Explain,
    Fail, False, Fieldterminator, Finish, Float, For, Foreach, From, Fulltext, Function, Functions, Group, Groups, Headers, Home, If, In, Index,
    Indexes, Inf, Infinity, Insert, Int, Integer, Is, Join, Key, Leading, Limit, List, Load, Local, Lookup, Map, Match, Merge, Nan, Nfc, Nfd, Nfkc, Nfkd,
    NoDetach, Node, None_, Normalize, Normalized, Not, Nothing, Null, Of, Offset, On, Optional, Options, Or, Order, Path, Paths, Point, Procedure, Procedures,
    Profile, Property, Range, Reduce, Rel, Relationship, Remove, Report, Require, Required, Return, Row, Rows, Scan, Seek, Set, Setting, Settings, Shortest,
    ShortestPath, Show, Signed, Single, Skip, Starts, Status, String, Terminate, Text, Then, Time, Timestamp, Trailing, Transaction,
    Transactions, Trim, True, Type, Typed, Union, Unique, Uniqueness, Unwind, Use, User, Users, Using, Value, Varchar, Vector, Vertex, When, Where,
    With, Without, Xor, Yield, Zone, Zoned,
}

internal static class Keywords
{
    private static readonly FrozenDictionary<string, Keyword> s_byWord = Enum.GetValues<Keyword>()
        .Where(k => k != Keyword.None)
        .ToFrozenDictionary(Text, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Keyword>.AlternateLookup<ReadOnlySpan<char>> s_bySpan =
        s_byWord.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Keyword Find(ReadOnlySpan<char> word) => s_bySpan.TryGetValue(word, out Keyword keyword) ? keyword : Keyword.None;

    public static string Text(Keyword keyword) => keyword.ToString().TrimEnd('_').ToUpperInvariant();
}
