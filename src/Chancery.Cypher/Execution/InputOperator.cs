namespace Chancery.Cypher.Execution;

/// <summary>An operator over the rows of one other.</summary>
internal abstract class InputOperator(Operator input) : Operator
{
    protected Operator Input { get; } = input;

    protected override void OnOpen() => Input.Open(Context, Row);

    public override void Close() => Input.Close();
}
