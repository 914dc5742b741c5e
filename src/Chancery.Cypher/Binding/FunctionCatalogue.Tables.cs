namespace Chancery.Cypher.Binding;

internal static partial class FunctionCatalogue
{
    private static string[] NonDeterministic =>
    [
        "rand", "randomUUID", "timestamp",
        "date.transaction", "date.statement", "date.realtime",
        "time.transaction", "time.statement", "time.realtime",
        "localtime.transaction", "localtime.statement", "localtime.realtime",
        "datetime.transaction", "datetime.statement", "datetime.realtime",
        "localdatetime.transaction", "localdatetime.statement", "localdatetime.realtime",
    ];

    // A signature, two dashes and what the function gives back. Read once, when the first statement is bound. "ANY" stands where a wrong argument
    // is found only at run time.
    private static (string Category, string Signatures)[] Tables() =>
    [
        ("Aggregating", """
            avg(input :: INTEGER | FLOAT | DURATION) :: INTEGER | FLOAT | DURATION -- The mean of numbers or durations; nulls are left out.
            collect(input :: ANY) :: LIST<ANY> -- A list of all values but nulls.
            count(*input :: ANY) :: INTEGER -- How many values are not null; count(*): how many rows there are.
            max(input :: ANY) :: ANY -- The greatest value in the order of ORDER BY.
            min(input :: ANY) :: ANY -- The least value in the order of ORDER BY.
            percentileCont(input :: NUMBER, percentile :: NUMBER) :: FLOAT -- The value at a percentile from 0.0 to 1.0, interpolated between neighbours.
            percentileDisc(input :: NUMBER, percentile :: NUMBER) :: NUMBER -- The nearest value to a percentile from 0.0 to 1.0.
            stDev(input :: NUMBER) :: FLOAT -- The standard deviation of a sample.
            stDevP(input :: NUMBER) :: FLOAT -- The standard deviation of a whole population.
            sum(input :: INTEGER | FLOAT | DURATION) :: INTEGER | FLOAT | DURATION -- The sum of numbers or durations; nulls are left out.
            """),
        ("Predicate", """
            exists(input :: ANY) :: BOOLEAN -- True where the value is not null, or the pattern is found.
            isEmpty(input :: LIST | MAP | STRING) :: BOOLEAN -- True for a list, a map or a text without content.
            """),
        ("Scalar", """
            char_length(input :: STRING) :: INTEGER -- How many characters a text has.
            character_length(input :: STRING) :: INTEGER -- How many characters a text has.
            coalesce(input... :: ANY) :: ANY -- The first argument that is not null.
            elementId(input :: NODE | RELATIONSHIP) :: STRING -- The id of a node or relationship as text.
            endNode(input :: RELATIONSHIP) :: NODE -- The node that a relationship points to.
            head(list :: LIST) :: ANY -- The first item of a list.
            id(input :: NODE | RELATIONSHIP) :: INTEGER -- The id of a node or relationship as a number.
            last(list :: LIST) :: ANY -- The last item of a list.
            length(input :: PATH) :: INTEGER -- How many relationships a path has.
            nullIf(v1 :: ANY, v2 :: ANY) :: ANY -- Null where both values are equal, otherwise the first one.
            properties(input :: MAP | NODE | RELATIONSHIP) :: MAP -- All properties of a node or relationship, as a map.
            randomUUID() :: STRING -- A new random UUID as text.
            size(input :: LIST | STRING) :: INTEGER -- How many items a list, or characters a text has.
            startNode(input :: RELATIONSHIP) :: NODE -- The node that a relationship comes from.
            timestamp() :: INTEGER -- Milliseconds since 1970-01-01T00:00Z, as of the statement's start.
            toBoolean(input :: ANY) :: BOOLEAN -- The boolean that a text or number stands for; null where a text spells none.
            toBooleanOrNull(input :: ANY) :: BOOLEAN -- As toBoolean(), and null for what cannot be converted.
            toFloat(input :: ANY) :: FLOAT -- The float that a number or text stands for; null where a text spells none.
            toFloatOrNull(input :: ANY) :: FLOAT -- As toFloat(), and null for what cannot be converted.
            toInteger(input :: ANY) :: INTEGER -- The integer that a number, boolean or text stands for, fractions cut off; null where a text spells none.
            toIntegerOrNull(input :: ANY) :: INTEGER -- As toInteger(), and null for what cannot be converted.
            type(input :: RELATIONSHIP) :: STRING -- The type of a relationship.
            valueType(input :: ANY) :: STRING -- The most precise type of a value.
            """),
        ("List", """
            keys(input :: MAP | NODE | RELATIONSHIP) :: LIST<STRING> -- The names of the properties of a node or relationship, or the keys of a map.
            labels(input :: NODE) :: LIST<STRING> -- The labels of a node.
            nodes(input :: PATH) :: LIST<NODE> -- The nodes of a path.
            range(start :: ANY, end :: ANY, *step :: ANY) :: LIST<INTEGER> -- Integers from a start to an end, both included, by a step.
            relationships(input :: PATH) :: LIST<RELATIONSHIP> -- The relationships of a path.
            rels(input :: PATH) :: LIST<RELATIONSHIP> -- The relationships of a path.
            reverse(input :: LIST | STRING) :: LIST | STRING -- A list or text from its end to its beginning.
            tail(input :: LIST) :: LIST<ANY> -- A list without its first item.
            toBooleanList(input :: LIST) :: LIST<BOOLEAN> -- Each item as toBooleanOrNull() has it.
            toFloatList(input :: LIST) :: LIST<FLOAT> -- Each item as toFloatOrNull() has it.
            toIntegerList(input :: LIST) :: LIST<INTEGER> -- Each item as toIntegerOrNull() has it.
            toStringList(input :: LIST) :: LIST<STRING> -- Each item as toStringOrNull() has it.
            """),
        ("String", """
            btrim(input :: STRING, *trimCharacterString :: STRING) :: STRING -- A text without blanks, or the given characters, at both ends.
            left(original :: STRING, length :: INTEGER) :: STRING -- The first characters of a text.
            lower(input :: STRING) :: STRING -- A text in lower case.
            ltrim(input :: STRING, *trimCharacterString :: STRING) :: STRING -- A text without blanks, or the given characters, at its start.
            normalize(input :: STRING, *normalForm :: STRING) :: STRING -- A text in a Unicode normal form, NFC where none is named.
            replace(original :: STRING, search :: STRING, replace :: STRING) :: STRING -- A text with every occurrence of one text replaced by another.
            right(original :: STRING, length :: INTEGER) :: STRING -- The last characters of a text.
            rtrim(input :: STRING, *trimCharacterString :: STRING) :: STRING -- A text without blanks, or the given characters, at its end.
            split(original :: STRING, splitDelimiters :: STRING | LIST<STRING>) :: LIST<STRING> -- The parts of a text between delimiters.
            substring(original :: STRING, start :: INTEGER, *length :: INTEGER) :: STRING -- Part of a text from a place, counted from 0, to its end or of a length.
            toLower(input :: STRING) :: STRING -- A text in lower case.
            toString(input :: ANY) :: STRING -- A scalar, a temporal value or a point as text.
            toStringOrNull(input :: ANY) :: STRING -- As toString(), and null for what cannot be converted.
            toUpper(input :: STRING) :: STRING -- A text in upper case.
            trim(input :: STRING) :: STRING -- A text without blanks at both ends.
            upper(input :: STRING) :: STRING -- A text in upper case.
            """),
        ("Numeric", """
            abs(input :: INTEGER | FLOAT | DURATION) :: INTEGER | FLOAT | DURATION -- A number without its sign.
            ceil(input :: NUMBER) :: FLOAT -- The least whole number that is not below.
            floor(input :: NUMBER) :: FLOAT -- The greatest whole number that is not above.
            isNaN(input :: NUMBER) :: BOOLEAN -- True for a float that is not a number.
            rand() :: FLOAT -- A random float from 0.0 up to, but not including, 1.0.
            round(value :: NUMBER, *precision :: NUMBER, *mode :: STRING) :: FLOAT -- The nearest whole number, or the nearest with so many decimals, ties broken by a mode.
            sign(input :: NUMBER) :: INTEGER -- -1, 0 or 1 for numbers below, equal to, or above zero.
            """),
        ("Logarithmic", """
            e() :: FLOAT -- The base of the natural logarithm.
            exp(input :: NUMBER) :: FLOAT -- e to a power.
            log(input :: NUMBER) :: FLOAT -- The natural logarithm.
            log10(input :: NUMBER) :: FLOAT -- The logarithm to base 10.
            sqrt(input :: NUMBER) :: FLOAT -- The square root.
            """),
        ("Trigonometric", """
            acos(input :: NUMBER) :: FLOAT -- The arccosine, in radians.
            asin(input :: NUMBER) :: FLOAT -- The arcsine, in radians.
            atan(input :: NUMBER) :: FLOAT -- The arctangent, in radians.
            atan2(y :: NUMBER, x :: NUMBER) :: FLOAT -- The angle of a point, in radians.
            cos(input :: NUMBER) :: FLOAT -- The cosine of an angle in radians.
            cosh(input :: NUMBER) :: FLOAT -- The hyperbolic cosine.
            cot(input :: NUMBER) :: FLOAT -- The cotangent of an angle in radians.
            coth(input :: NUMBER) :: FLOAT -- The hyperbolic cotangent.
            degrees(input :: NUMBER) :: FLOAT -- Radians as degrees.
            haversin(input :: NUMBER) :: FLOAT -- Half the versine of an angle in radians.
            pi() :: FLOAT -- The ratio of a circle's circumference to its diameter.
            radians(input :: NUMBER) :: FLOAT -- Degrees as radians.
            sin(input :: NUMBER) :: FLOAT -- The sine of an angle in radians.
            sinh(input :: NUMBER) :: FLOAT -- The hyperbolic sine.
            tan(input :: NUMBER) :: FLOAT -- The tangent of an angle in radians.
            tanh(input :: NUMBER) :: FLOAT -- The hyperbolic tangent.
            """),
        ("Temporal", """
            date(*input :: ANY, *pattern :: STRING) :: DATE -- A date from a text, a map of fields or another temporal value; the present one without an argument.
            date.realtime(*timezone :: ANY) :: DATE -- The date of this very moment.
            date.statement(*timezone :: ANY) :: DATE -- The date at which the statement began.
            date.transaction(*timezone :: ANY) :: DATE -- The date at which the transaction began.
            date.truncate(unit :: STRING, *input :: INSTANT, *fields :: MAP) :: DATE -- The date cut off at a unit such as 'month' or 'hour', with fields set anew.
            datetime(*input :: ANY, *pattern :: STRING) :: DATETIME -- A date-time with a zone from a text, a map of fields or another temporal value; the present one without an argument.
            datetime.fromEpoch(seconds :: NUMBER, nanoseconds :: NUMBER) :: DATETIME -- The date-time so many seconds and nanoseconds after 1970-01-01T00:00Z.
            datetime.fromEpochMillis(milliseconds :: NUMBER) :: DATETIME -- The date-time so many milliseconds after 1970-01-01T00:00Z.
            datetime.realtime(*timezone :: ANY) :: DATETIME -- The date-time with a zone of this very moment.
            datetime.statement(*timezone :: ANY) :: DATETIME -- The date-time with a zone at which the statement began.
            datetime.transaction(*timezone :: ANY) :: DATETIME -- The date-time with a zone at which the transaction began.
            datetime.truncate(unit :: STRING, *input :: INSTANT, *fields :: MAP) :: DATETIME -- The date-time with a zone cut off at a unit such as 'month' or 'hour', with fields set anew.
            duration(input :: ANY) :: DURATION -- A duration from a text such as P1Y2M3DT4H5M6.7S, or a map of units.
            duration.between(from :: INSTANT, to :: INSTANT) :: DURATION -- The time between two instants in months, days and seconds.
            duration.inDays(from :: INSTANT, to :: INSTANT) :: DURATION -- The whole days between two instants.
            duration.inMonths(from :: INSTANT, to :: INSTANT) :: DURATION -- The whole months between two instants.
            duration.inSeconds(from :: INSTANT, to :: INSTANT) :: DURATION -- The seconds between two instants.
            format(value :: INSTANT | DURATION, *pattern :: STRING) :: STRING -- A temporal value as text, by a pattern such as 'd MMMM yyyy'.
            localdatetime(*input :: ANY, *pattern :: STRING) :: LOCALDATETIME -- A local date-time from a text, a map of fields or another temporal value; the present one without an argument.
            localdatetime.realtime(*timezone :: ANY) :: LOCALDATETIME -- The local date-time of this very moment.
            localdatetime.statement(*timezone :: ANY) :: LOCALDATETIME -- The local date-time at which the statement began.
            localdatetime.transaction(*timezone :: ANY) :: LOCALDATETIME -- The local date-time at which the transaction began.
            localdatetime.truncate(unit :: STRING, *input :: INSTANT, *fields :: MAP) :: LOCALDATETIME -- The local date-time cut off at a unit such as 'month' or 'hour', with fields set anew.
            localtime(*input :: ANY, *pattern :: STRING) :: LOCALTIME -- A local time from a text, a map of fields or another temporal value; the present one without an argument.
            localtime.realtime(*timezone :: ANY) :: LOCALTIME -- The local time of this very moment.
            localtime.statement(*timezone :: ANY) :: LOCALTIME -- The local time at which the statement began.
            localtime.transaction(*timezone :: ANY) :: LOCALTIME -- The local time at which the transaction began.
            localtime.truncate(unit :: STRING, *input :: INSTANT, *fields :: MAP) :: LOCALTIME -- The local time cut off at a unit such as 'month' or 'hour', with fields set anew.
            time(*input :: ANY, *pattern :: STRING) :: TIME -- A time with an offset from a text, a map of fields or another temporal value; the present one without an argument.
            time.realtime(*timezone :: ANY) :: TIME -- The time with an offset of this very moment.
            time.statement(*timezone :: ANY) :: TIME -- The time with an offset at which the statement began.
            time.transaction(*timezone :: ANY) :: TIME -- The time with an offset at which the transaction began.
            time.truncate(unit :: STRING, *input :: INSTANT, *fields :: MAP) :: TIME -- The time with an offset cut off at a unit such as 'month' or 'hour', with fields set anew.
            """),
        ("Spatial", """
            distance(from :: POINT, to :: POINT) :: FLOAT -- The distance of two points, in metres on the earth.
            point(input :: MAP) :: POINT -- A point from x and y, or longitude and latitude, in two or three dimensions.
            point.distance(from :: POINT, to :: POINT) :: FLOAT -- The distance of two points, in metres on the earth.
            point.withinBBox(point :: POINT, lowerLeft :: POINT, upperRight :: POINT) :: BOOLEAN -- True where a point lies within the box between two corners.
            """),
        ("Vector", """
            vector.similarity.cosine(a :: LIST, b :: LIST) :: FLOAT -- How alike two vectors point, from 0 to 1.
            vector.similarity.euclidean(a :: LIST, b :: LIST) :: FLOAT -- How near two vectors are, from 0 to 1.
            """),
        ("Database", """
            db.nameFromElementId(name :: STRING) :: STRING -- The name of the database that an element id belongs to.
            graph.names() :: LIST<STRING> -- The names of the graphs that this one is composed of.
            """),
    ];
}
