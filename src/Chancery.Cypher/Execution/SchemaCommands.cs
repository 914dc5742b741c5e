using Chancery.Cypher.Binding;

namespace Chancery.Cypher.Execution;

/// <summary>Carries out CREATE and DROP of indexes and constraints; does nothing for queries, which have plans.</summary>
internal static class SchemaCommands
{
    public static void Run(BoundStatement statement, QueryContext context)
    {
        switch (statement)
        {
            case BoundCreateIndex create:
                SchemaIndexes.Create(create, context);
                break;
            case BoundDropIndex drop:
                SchemaIndexes.Drop(drop, context);
                break;
            case BoundCreateConstraint create:
                SchemaConstraints.Create(create, context);
                break;
            case BoundDropConstraint drop:
                SchemaConstraints.Drop(drop, context);
                break;
        }
    }
}
