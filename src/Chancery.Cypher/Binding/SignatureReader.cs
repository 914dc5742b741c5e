namespace Chancery.Cypher.Binding;

/// <summary>
/// Reads signatures as Neo4j prints them: <c>name(a :: INTEGER, b = 1 :: FLOAT?, c... :: ANY) :: LIST&lt;STRING&gt;</c>.
/// Three dots after a parameter's name let it repeat, <c>*</c> before it makes it optional without a default.
/// </summary>
internal sealed class SignatureReader(string text)
{
    private int _at;
    private bool _repeats;

    public FunctionSignature ReadFunction(string category, string description)
    {
        string name = ReadName();
        List<SignatureField> parameters = ReadFields();
        Expect("::");
        StaticType result = ReadType();
        int minimum = parameters.TakeWhile(p => p.Default is null).Count();
        return new(name, parameters, _repeats ? minimum - 1 : minimum, _repeats ? int.MaxValue : parameters.Count, result)
        {
            Category = category,
            Text = text,
            Description = description,
        };
    }

    public ProcedureSignature ReadProcedure()
    {
        string name = ReadName();
        List<SignatureField> inputs = ReadFields();
        Expect("::");
        return new(name, inputs, Skip("VOID") ? [] : ReadFields());
    }

    private List<SignatureField> ReadFields()
    {
        List<SignatureField> fields = [];
        Expect("(");
        while (!Skip(")"))
        {
            string? fallback = Skip("*") ? "null" : null;
            string name = ReadName();
            _repeats |= Skip("...");
            if (Skip("="))
            {
                int end = text.IndexOf("::", _at, StringComparison.Ordinal);
                fallback = text[_at..end].Trim();
                _at = end;
            }

            Expect("::");
            fields.Add(new(name, ReadType(), fallback));
            Skip(",");
        }

        return fields;
    }

    private StaticType ReadType()
    {
        StaticType type = ReadSimpleType();
        while (Skip("|"))
        {
            type = type.Or(ReadSimpleType());
        }

        return type;
    }

    private StaticType ReadSimpleType()
    {
        string word = ReadName();
        if (word is "LOCAL" or "ZONED")
        {
            word += ReadName();
        }

        StaticType type = word switch
        {
            "ANY" => StaticType.Any,
            "NUMBER" => StaticType.Number,
            "LIST" when Skip("<") => ReadItemType(),
            "LIST" => StaticType.List,
            "LOCALTIME" => new(TypeSet.LocalTime),
            "TIME" or "ZONEDTIME" => new(TypeSet.Time),
            "LOCALDATETIME" => new(TypeSet.LocalDateTime),
            "DATETIME" or "ZONEDDATETIME" => new(TypeSet.DateTime),
            "INSTANT" => new(TypeSet.Instant),
            _ => new(Enum.Parse<TypeSet>(word, ignoreCase: true)),
        };
        Skip("?");
        return type;
    }

    private StaticType ReadItemType()
    {
        StaticType item = ReadType();
        Expect(">");
        return StaticType.ListOf(item);
    }

    private string ReadName()
    {
        SkipSpaces();
        int start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] == '_' || IsInnerDot()))
        {
            _at++;
        }

        return _at > start ? text[start.._at] : throw Malformed("a name");
    }

    private bool IsInnerDot() => text[_at] == '.' && _at + 1 < text.Length && char.IsLetterOrDigit(text[_at + 1]);

    private void Expect(string token)
    {
        if (!Skip(token))
        {
            throw Malformed($"'{token}'");
        }
    }

    private bool Skip(string token)
    {
        SkipSpaces();
        if (string.CompareOrdinal(text, _at, token, 0, token.Length) != 0)
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    private void SkipSpaces()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }
    }

    private FormatException Malformed(string expected) => new($"Signature '{text}': expected {expected} at offset {_at}.");
}
