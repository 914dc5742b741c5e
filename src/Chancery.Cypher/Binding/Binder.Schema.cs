using Chancery.Cypher.Syntax;
using Chancery.Graph;

namespace Chancery.Cypher.Binding;

internal sealed partial class Binder
{
    private BoundCreateIndex BindCreateIndex(CreateIndex index) => new(
        index.Kind,
        index.Name is null ? null : BindName(index.Name),
        index.IfNotExists,
        index.Target.Entity,
        Names(index.Target.Names),
        Names(index.Target.Properties),
        index.Options is null ? null : BindExpression(index.Options)) { QueryType = QueryType.Schema };

    private BoundCreateConstraint BindCreateConstraint(CreateConstraint constraint) => new(
        constraint.Kind,
        constraint.Name is null ? null : BindName(constraint.Name),
        constraint.IfNotExists,
        constraint.Target.Entity,
        constraint.Target.Names[0].Name,
        Names(constraint.Target.Properties),
        constraint.Type) { QueryType = QueryType.Schema };

    private BoundName BindName(SchemaName name)
    {
        if (name.Parameter is { } parameter)
        {
            BindParameter(parameter.Name, parameter.Span);
        }

        return new BoundName(name.Name, name.Parameter?.Name);
    }
}
