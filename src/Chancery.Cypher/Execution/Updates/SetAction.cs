using Chancery.Cypher.Expressions;
using Chancery.Graph;

namespace Chancery.Cypher.Execution.Updates;

/// <summary>One item of SET or REMOVE.</summary>
internal abstract class SetAction
{
    public abstract void Run(Value[] row, QueryContext context);
}

internal sealed class SetPropertyAction(Evaluator target, string key, Evaluator value) : SetAction
{
    private int _key = -1;

    public override void Run(Value[] row, QueryContext context)
    {
        if (_key < 0)
        {
            _key = context.View.Tokens.Keys.Intern(key);
        }

        PropertyUpdate.Set(context, target.Evaluate(row, context), _key, value.Evaluate(row, context));
    }
}

internal sealed class SetDynamicPropertyAction(Evaluator target, Evaluator key, Evaluator value) : SetAction
{
    public override void Run(Value[] row, QueryContext context)
    {
        Value name = key.Evaluate(row, context);
        if (name.Kind != ValueKind.String)
        {
            throw RuntimeErrors.TypeError($"A property's name is a string, not {name.Kind}.", "InvalidArgumentType");
        }

        PropertyUpdate.Set(
            context, target.Evaluate(row, context), context.View.Tokens.Keys.Intern(name.AsString()), value.Evaluate(row, context));
    }
}

internal sealed class SetAllPropertiesAction(Evaluator target, Evaluator value, bool keepOthers) : SetAction
{
    public override void Run(Value[] row, QueryContext context) =>
        PropertyUpdate.SetAll(context, target.Evaluate(row, context), value.Evaluate(row, context), keepOthers);
}

internal sealed class LabelsAction(Evaluator target, WrittenTokens labels, bool remove) : SetAction
{
    public override void Run(Value[] row, QueryContext context)
    {
        Value node = target.Evaluate(row, context);
        int[] ids = labels.Of(row, context, context.View.Tokens.Labels);
        if (remove)
        {
            PropertyUpdate.RemoveLabels(context, node, ids);
        }
        else
        {
            PropertyUpdate.AddLabels(context, node, ids);
        }
    }
}
