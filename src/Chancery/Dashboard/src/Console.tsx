import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { api, type Table } from './api';
import { TableView } from './TableView';

/** Cypher by hand, read-only. Ctrl-Enter runs. */
export function Console() {
  const statement = useSignal("MATCH (p:Person)-[h:HOLDS]->(o:Position)-[:POSITION_IN]->(b)\nRETURN p.name, o.name, b.name, h.status LIMIT 25");
  const answer = useSignal<Table | null>(null);
  const failed = useSignal<string | null>(null);
  const running = useSignal(false);
  const abort = useRef<AbortController | null>(null);

  async function run() {
    abort.current?.abort();
    abort.current = new AbortController();
    running.value = true;
    failed.value = null;
    try {
      answer.value = await api.query(statement.value, abort.current.signal);
    } catch (error) {
      answer.value = null;
      failed.value = (error as Error).name === 'AbortError' ? 'Stopped.' : (error as Error).message;
    } finally {
      running.value = false;
    }
  }

  return (
    <section class="page">
      <textarea
        rows={6} spellcheck={false} aria-label="Cypher" value={statement.value} onInput={event => (statement.value = event.currentTarget.value)}
        onKeyDown={event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void run(); } }}
      />
      <p>
        <button onClick={() => void run()} disabled={running.value}>Run</button>{' '}
        {running.value && <button onClick={() => abort.current?.abort()}>Stop</button>}
        <span class="muted"> Ctrl-Enter runs; the session is read-only.</span>
      </p>
      {failed.value && <pre class="error">{failed.value}</pre>}
      {answer.value && <TableView table={answer.value} />}
    </section>
  );
}
