using Chancery.Graph;

namespace Chancery.Cypher.Storage;

/// <summary>What the store refuses, in the words and codes that Neo4j uses.</summary>
internal static class StorageError
{
    private const string ConstraintFailed = "Neo.ClientError.Schema.ConstraintValidationFailed";

    public static GraphException Deleted(string element, long id) =>
        new("Neo.ClientError.Statement.EntityNotFound", $"{element} with id {id} has been deleted in this transaction.")
        {
            Kind = "EntityNotFound",
            Detail = "DeletedEntityAccess",
        };

    public static GraphException StillConnected(int node) =>
        new(ConstraintFailed, $"Cannot delete node<{node}>, because it still has relationships. To delete this node, you must first delete its relationships.")
        {
            Kind = "ConstraintVerificationFailed",
            Detail = "DeleteConnectedNode",
        };

    public static GraphException Constraint(string message) =>
        new(ConstraintFailed, message) { Kind = "ConstraintValidationFailed", Detail = "ConstraintViolation" };

    public static GraphException NotStorable(string key, string what) =>
        new("Neo.ClientError.Statement.TypeError", $"Property '{key}' cannot hold {what}. Property values can only be of primitive types or lists thereof.")
        {
            Kind = "TypeError",
            Detail = "InvalidPropertyType",
        };

    public static GraphException NoSuchIndex(string name) =>
        new("Neo.ClientError.Schema.IndexNotFound", $"There is no index named '{name}'.");

    public static GraphException NoSuchConstraint(string name) =>
        new("Neo.ClientError.Schema.ConstraintNotFound", $"There is no constraint named '{name}'.");

    public static GraphException IndexExists(string name) =>
        new("Neo.ClientError.Schema.IndexAlreadyExists", $"There is already an index named '{name}', or one over the same labels and properties.");

    public static GraphException ConstraintExists(string name) =>
        new("Neo.ClientError.Schema.ConstraintAlreadyExists", $"There is already a constraint named '{name}', or one over the same label and properties.");

    public static GraphException WriterBusy(TimeSpan waited) =>
        new("Neo.TransientError.Transaction.LockAcquisitionTimeout", $"Another transaction has been writing for more than {waited.TotalSeconds:0.###} s.");
}
