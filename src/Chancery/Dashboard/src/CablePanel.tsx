import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { api, type CablePage, type Mark } from './api';
import { TYPE_COLORS } from './colors';
import { openEntity } from './state';

/** A cable with its mentions marked in the text. */
export function CablePanel({ id, mark, paragraph }: { id: string; mark?: string; paragraph?: number }) {
  const page = useSignal<CablePage | null>(null);
  const failed = useSignal<string | null>(null);
  const body = useRef<HTMLElement>(null);

  useEffect(() => {
    let current = true;
    page.value = null;
    api.cable(id).then(
      loaded => { if (current) page.value = loaded; },
      (error: Error) => { if (current) failed.value = error.message; },
    );
    return () => { current = false; };
  }, [id]);

  useEffect(() => {
    const target = paragraph ? body.current?.querySelector(`#p${paragraph}`) : body.current?.querySelector('mark.chosen');
    target?.scrollIntoView({ block: 'center' });
  }, [page.value, mark, paragraph]);

  if (failed.value) return <p class="error">{failed.value}</p>;
  const cable = page.value;
  if (!cable) return <p class="muted">Loading…</p>;
  return (
    <article class="cable" ref={body} data-testid="cable">
      <h2>{cable.id}</h2>
      <p class="muted">
        {[cable.origin, cable.sentAt?.slice(0, 16).replace('T', ' '), cable.classification, cable.partial ? 'partial' : null].filter(Boolean).join(' · ')}
      </p>
      <h3>{cable.subject}</h3>
      {cable.paragraphs.map((unit, i) => (
        <section key={unit.ordinal} id={`p${unit.ordinal}`} class={unit.ordinal === paragraph ? 'chosen' : ''}>
          {unit.heading && unit.heading !== cable.paragraphs[i - 1]?.heading && <h4>{unit.heading}</h4>}
          <p>{marked(unit.text, unit.marks, mark)}</p>
        </section>
      ))}
      {cable.source && <p class="muted">Source: {cable.source}</p>}
    </article>
  );
}

/** Text cut at its marks; of nested marks (a body inside a position) the outer one holds the inner. */
function marked(text: string, marks: Mark[], chosen: string | undefined, offset = 0): ComponentChildren[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (let i = 0; i < sorted.length; i++) {
    const outer = sorted[i]!;
    const start = outer.start - offset;
    const end = outer.end - offset;
    if (start < at || end > text.length) continue;
    const inner = sorted.slice(i + 1).filter(mark => mark.start >= outer.start && mark.end <= outer.end && !(mark.start === outer.start && mark.end === outer.end));
    pieces.push(text.slice(at, start));
    pieces.push(
      <mark
        key={`${outer.start}-${outer.end}`} class={outer.entity === chosen ? 'chosen' : ''} style={{ '--type': TYPE_COLORS[outer.type] }}
        title={`${outer.type}: ${outer.name} (${outer.confidence.toFixed(2)})${outer.reason ? `\nread by ${outer.reason}\njoined by ${outer.link}` : ''}`}
        onClick={event => { event.stopPropagation(); openEntity(outer.entity); }}
      >
        {marked(text.slice(start, end), inner, chosen, outer.start)}
      </mark>,
    );
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
}
