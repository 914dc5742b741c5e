import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api, type EntityPage, type Fact } from './api';
import { relationName, TYPE_COLORS } from './colors';
import { merge, openCable, openEntity } from './state';

/** What is known of an entity, each fact with the sentence that states it. */
export function EntityPanel({ id }: { id: string }) {
  const page = useSignal<EntityPage | null>(null);
  const failed = useSignal<string | null>(null);

  useEffect(() => {
    let current = true;
    page.value = null;
    api.entity(id).then(
      loaded => { if (current) page.value = loaded; },
      (error: Error) => { if (current) failed.value = error.message; },
    );
    return () => { current = false; };
  }, [id]);

  if (failed.value) return <p class="error">{failed.value}</p>;
  if (!page.value) return <p class="muted">Loading…</p>;
  const { entity, facts, cables } = page.value;
  const groups = [...Map.groupBy(facts, fact => fact.type)];
  return (
    <article data-testid="entity">
      <h2><i class="dot" style={{ background: TYPE_COLORS[entity.type] }} /> {entity.name}</h2>
      <p class="muted">
        {entity.type} · {entity.mentions} mention{entity.mentions === 1 ? '' : 's'}
        {entity.firstSeen && ` · seen ${entity.firstSeen.slice(0, 10)} to ${entity.lastSeen?.slice(0, 10)}`}
      </p>
      {entity.aliases.length > 0 && <p class="aliases">Also written {entity.aliases.join(', ')}</p>}
      <PathSearch from={id} />
      <h3>Facts</h3>
      {facts.length === 0 && <p class="muted">No relation was stated; it is only mentioned.</p>}
      {groups.map(([type, group]) => (
        <section key={type}>
          <h4>{relationName(type)}</h4>
          {group.map(fact => <FactRow key={fact.claim} fact={fact} self={entity.name} />)}
        </section>
      ))}
      <h3>Cables</h3>
      <ul class="cables">
        {cables.map(cable => (
          <li key={cable.id}>
            <button class="link" onClick={() => openCable(cable.id, id)}>{cable.id}</button>
            <span class="muted"> {cable.sentAt?.slice(0, 10)} · {cable.mentions}×</span>
            <div>{cable.subject}</div>
          </li>
        ))}
      </ul>
    </article>
  );
}

function FactRow({ fact, self }: { fact: Fact; self: string }) {
  const when = fact.on ?? ([fact.from, fact.to].some(Boolean) ? `${fact.from ?? ''} – ${fact.to ?? ''}` : null);
  const marks = [fact.polarity === 'asserted' ? null : fact.polarity, fact.modality === 'actual' ? null : fact.modality].filter(Boolean);
  const other = <button class="link" onClick={() => openEntity(fact.other.id)}>{fact.other.name}</button>;
  return (
    <div class="fact" data-testid="fact">
      <p>
        {fact.outgoing ? <>{self} <em>{relationName(fact.type)}</em> {other}</> : <>{other} <em>{relationName(fact.type)}</em> {self}</>}
        {when && <span class="when"> {when}</span>}
        {marks.map(mark => <span key={mark} class={`badge ${mark}`}>{mark}</span>)}
      </p>
      {fact.sentence && <blockquote data-testid="sentence">{fact.sentence}</blockquote>}
      <p class="muted">
        <button class="link" onClick={() => openCable(fact.cable, fact.other.id, fact.paragraph)}>
          {fact.cable}{fact.paragraph > 0 && ` ¶${fact.paragraph}`}
        </button>
        {' '}{fact.sentAt?.slice(0, 10)} · confidence {fact.confidence.toFixed(2)} · {fact.rule}
      </p>
    </div>
  );
}

/** Finds how this entity is connected with another one. */
function PathSearch({ from }: { from: string }) {
  const text = useSignal('');
  const answer = useSignal<string | null>(null);

  async function search(event: Event) {
    event.preventDefault();
    answer.value = 'Searching…';
    try {
      const [target] = await api.find(text.value.trim());
      if (!target) {
        answer.value = `Nothing is named “${text.value}”.`;
        return;
      }
      const path = await api.paths(from, target.id);
      merge(path);
      const names = new Map(path.nodes.map(node => [node.id, node.name]));
      answer.value = path.edges.length === 0
        ? `No connection with ${target.name} was stated.`
        : path.edges.map(edge => `${names.get(edge.source)} ${relationName(edge.type)} ${names.get(edge.target)}`).join('; ');
    } catch (error) {
      answer.value = (error as Error).message;
    }
  }

  return (
    <form class="path" onSubmit={search}>
      <input placeholder="Connection with…" aria-label="Find the connection with" value={text.value} onInput={event => (text.value = event.currentTarget.value)} />
      <button type="submit" disabled={text.value.trim().length < 2}>Find</button>
      {answer.value && <p role="status">{answer.value}</p>}
    </form>
  );
}
