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

    // Read once, when the first statement is bound. "ANY" stands where a wrong argument is found only at run time.
    private static (string Category, string Signatures)[] Tables() =>
    [
        ("Aggregating", """
            avg(input :: INTEGER | FLOAT | DURATION) :: INTEGER | FLOAT | DURATION
            collect(input :: ANY) :: LIST<ANY>
            count(*input :: ANY) :: INTEGER
            max(input :: ANY) :: ANY
            min(input :: ANY) :: ANY
            percentileCont(input :: NUMBER, percentile :: NUMBER) :: FLOAT
            percentileDisc(input :: NUMBER, percentile :: NUMBER) :: NUMBER
            stDev(input :: NUMBER) :: FLOAT
            stDevP(input :: NUMBER) :: FLOAT
            sum(input :: INTEGER | FLOAT | DURATION) :: INTEGER | FLOAT | DURATION
            """),
        ("Predicate", """
            exists(input :: ANY) :: BOOLEAN
            isEmpty(input :: LIST | MAP | STRING) :: BOOLEAN
            """),
        ("Scalar", """
            char_length(input :: STRING) :: INTEGER
            character_length(input :: STRING) :: INTEGER
            coalesce(input... :: ANY) :: ANY
            elementId(input :: NODE | RELATIONSHIP) :: STRING
            endNode(input :: RELATIONSHIP) :: NODE
            head(list :: LIST) :: ANY
            id(input :: NODE | RELATIONSHIP) :: INTEGER
            last(list :: LIST) :: ANY
            length(input :: PATH) :: INTEGER
            nullIf(v1 :: ANY, v2 :: ANY) :: ANY
            properties(input :: MAP | NODE | RELATIONSHIP) :: MAP
            randomUUID() :: STRING
            size(input :: LIST | STRING) :: INTEGER
            startNode(input :: RELATIONSHIP) :: NODE
            timestamp() :: INTEGER
            toBoolean(input :: ANY) :: BOOLEAN
            toBooleanOrNull(input :: ANY) :: BOOLEAN
            toFloat(input :: ANY) :: FLOAT
            toFloatOrNull(input :: ANY) :: FLOAT
            toInteger(input :: ANY) :: INTEGER
            toIntegerOrNull(input :: ANY) :: INTEGER
            type(input :: RELATIONSHIP) :: STRING
            valueType(input :: ANY) :: STRING
            """),
        ("List", """
            keys(input :: MAP | NODE | RELATIONSHIP) :: LIST<STRING>
            labels(input :: NODE) :: LIST<STRING>
            nodes(input :: PATH) :: LIST<NODE>
            range(start :: ANY, end :: ANY, *step :: ANY) :: LIST<INTEGER>
            relationships(input :: PATH) :: LIST<RELATIONSHIP>
            rels(input :: PATH) :: LIST<RELATIONSHIP>
            reverse(input :: LIST | STRING) :: LIST | STRING
            tail(input :: LIST) :: LIST<ANY>
            toBooleanList(input :: LIST) :: LIST<BOOLEAN>
            toFloatList(input :: LIST) :: LIST<FLOAT>
            toIntegerList(input :: LIST) :: LIST<INTEGER>
            toStringList(input :: LIST) :: LIST<STRING>
            """),
        ("String", """
            btrim(input :: STRING, *trimCharacterString :: STRING) :: STRING
            left(original :: STRING, length :: INTEGER) :: STRING
            lower(input :: STRING) :: STRING
            ltrim(input :: STRING, *trimCharacterString :: STRING) :: STRING
            normalize(input :: STRING, *normalForm :: STRING) :: STRING
            replace(original :: STRING, search :: STRING, replace :: STRING) :: STRING
            right(original :: STRING, length :: INTEGER) :: STRING
            rtrim(input :: STRING, *trimCharacterString :: STRING) :: STRING
            split(original :: STRING, splitDelimiters :: STRING | LIST<STRING>) :: LIST<STRING>
            substring(original :: STRING, start :: INTEGER, *length :: INTEGER) :: STRING
            toLower(input :: STRING) :: STRING
            toString(input :: ANY) :: STRING
            toStringOrNull(input :: ANY) :: STRING
            toUpper(input :: STRING) :: STRING
            trim(input :: STRING) :: STRING
            upper(input :: STRING) :: STRING
            """),
        ("Numeric", """
            abs(input :: INTEGER | FLOAT | DURATION) :: INTEGER | FLOAT | DURATION
            ceil(input :: NUMBER) :: FLOAT
            floor(input :: NUMBER) :: FLOAT
            isNaN(input :: NUMBER) :: BOOLEAN
            rand() :: FLOAT
            round(value :: NUMBER, *precision :: NUMBER, *mode :: STRING) :: FLOAT
            sign(input :: NUMBER) :: INTEGER
            """),
        ("Logarithmic", """
            e() :: FLOAT
            exp(input :: NUMBER) :: FLOAT
            log(input :: NUMBER) :: FLOAT
            log10(input :: NUMBER) :: FLOAT
            sqrt(input :: NUMBER) :: FLOAT
            """),
        ("Trigonometric", """
            acos(input :: NUMBER) :: FLOAT
            asin(input :: NUMBER) :: FLOAT
            atan(input :: NUMBER) :: FLOAT
            atan2(y :: NUMBER, x :: NUMBER) :: FLOAT
            cos(input :: NUMBER) :: FLOAT
            cosh(input :: NUMBER) :: FLOAT
            cot(input :: NUMBER) :: FLOAT
            coth(input :: NUMBER) :: FLOAT
            degrees(input :: NUMBER) :: FLOAT
            haversin(input :: NUMBER) :: FLOAT
            pi() :: FLOAT
            radians(input :: NUMBER) :: FLOAT
            sin(input :: NUMBER) :: FLOAT
            sinh(input :: NUMBER) :: FLOAT
            tan(input :: NUMBER) :: FLOAT
            tanh(input :: NUMBER) :: FLOAT
            """),
        ("Temporal", """
            date(*input :: ANY, *pattern :: STRING) :: DATE
            date.realtime(*timezone :: ANY) :: DATE
            date.statement(*timezone :: ANY) :: DATE
            date.transaction(*timezone :: ANY) :: DATE
            date.truncate(unit :: STRING, *input :: INSTANT, *fields :: MAP) :: DATE
            datetime(*input :: ANY, *pattern :: STRING) :: DATETIME
            datetime.fromEpoch(seconds :: NUMBER, nanoseconds :: NUMBER) :: DATETIME
            datetime.fromEpochMillis(milliseconds :: NUMBER) :: DATETIME
            datetime.realtime(*timezone :: ANY) :: DATETIME
            datetime.statement(*timezone :: ANY) :: DATETIME
            datetime.transaction(*timezone :: ANY) :: DATETIME
            datetime.truncate(unit :: STRING, *input :: INSTANT, *fields :: MAP) :: DATETIME
            duration(input :: ANY) :: DURATION
            duration.between(from :: INSTANT, to :: INSTANT) :: DURATION
            duration.inDays(from :: INSTANT, to :: INSTANT) :: DURATION
            duration.inMonths(from :: INSTANT, to :: INSTANT) :: DURATION
            duration.inSeconds(from :: INSTANT, to :: INSTANT) :: DURATION
            format(value :: INSTANT | DURATION, *pattern :: STRING) :: STRING
            localdatetime(*input :: ANY, *pattern :: STRING) :: LOCALDATETIME
            localdatetime.realtime(*timezone :: ANY) :: LOCALDATETIME
            localdatetime.statement(*timezone :: ANY) :: LOCALDATETIME
            localdatetime.transaction(*timezone :: ANY) :: LOCALDATETIME
            localdatetime.truncate(unit :: STRING, *input :: INSTANT, *fields :: MAP) :: LOCALDATETIME
            localtime(*input :: ANY, *pattern :: STRING) :: LOCALTIME
            localtime.realtime(*timezone :: ANY) :: LOCALTIME
            localtime.statement(*timezone :: ANY) :: LOCALTIME
            localtime.transaction(*timezone :: ANY) :: LOCALTIME
            localtime.truncate(unit :: STRING, *input :: INSTANT, *fields :: MAP) :: LOCALTIME
            time(*input :: ANY, *pattern :: STRING) :: TIME
            time.realtime(*timezone :: ANY) :: TIME
            time.statement(*timezone :: ANY) :: TIME
            time.transaction(*timezone :: ANY) :: TIME
            time.truncate(unit :: STRING, *input :: INSTANT, *fields :: MAP) :: TIME
            """),
        ("Spatial", """
            distance(from :: POINT, to :: POINT) :: FLOAT
            point(input :: MAP) :: POINT
            point.distance(from :: POINT, to :: POINT) :: FLOAT
            point.withinBBox(point :: POINT, lowerLeft :: POINT, upperRight :: POINT) :: BOOLEAN
            """),
        ("Vector", """
            vector.similarity.cosine(a :: LIST, b :: LIST) :: FLOAT
            vector.similarity.euclidean(a :: LIST, b :: LIST) :: FLOAT
            """),
        ("Database", """
            db.nameFromElementId(name :: STRING) :: STRING
            graph.names() :: LIST<STRING>
            """),
    ];
}
