import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api, type Question, type Table } from './api';
import { TableView } from './TableView';

/** The library of saved questions, each with its parameters. */
export function Questions() {
  const all = useSignal<Question[]>([]);
  const chosen = useSignal<Question | null>(null);
  const given = useSignal<Record<string, string>>({});
  const answer = useSignal<Table | null>(null);
  const failed = useSignal<string | null>(null);

  useEffect(() => {
    api.questions().then(list => (all.value = list), (error: Error) => (failed.value = error.message));
  }, []);

  function choose(question: Question) {
    chosen.value = question;
    given.value = Object.fromEntries(question.parameters.map(parameter => [parameter.name, text(parameter.default)]));
    answer.value = null;
    failed.value = null;
  }

  async function ask(event: Event) {
    event.preventDefault();
    failed.value = null;
    try {
      const typed = chosen.value!.parameters.map(parameter => [parameter.name, typedValue(given.value[parameter.name] ?? '', parameter.type)] as const);
      answer.value = await api.ask(chosen.value!.name, Object.fromEntries(typed.filter(([, value]) => value !== undefined)));
    } catch (error) {
      failed.value = (error as Error).message;
    }
  }

  return (
    <section class="page split">
      <nav aria-label="Questions">
        {all.value.map(question => (
          <button key={question.name} class={question.name === chosen.value?.name ? 'chosen' : ''} onClick={() => choose(question)}>{question.title}</button>
        ))}
      </nav>
      <div>
        {!chosen.value && <p class="muted">Choose a question.</p>}
        {chosen.value && (
          <form onSubmit={ask}>
            <h2>{chosen.value.title}</h2>
            <p>{chosen.value.description}</p>
            {chosen.value.parameters.map(parameter => (
              <label key={parameter.name} class="parameter">
                {parameter.name} <span class="muted">{parameter.type}{parameter.description && `, ${parameter.description}`}</span>
                <input
                  value={given.value[parameter.name] ?? ''}
                  onInput={event => (given.value = { ...given.value, [parameter.name]: event.currentTarget.value })}
                />
              </label>
            ))}
            <button type="submit">Ask</button>
          </form>
        )}
        {failed.value && <pre class="error">{failed.value}</pre>}
        {answer.value && <TableView table={answer.value} />}
      </div>
    </section>
  );
}

const text = (value: unknown) => (value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** What was typed, as the parameter's type; undefined leaves the default in force. */
function typedValue(given: string, type: string): unknown {
  if (given === '') return undefined;
  if (/^(integer|float|number|boolean|list|map)/i.test(type)) return JSON.parse(given);
  return given;
}
