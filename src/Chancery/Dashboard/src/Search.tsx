import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api, type EntitySummary } from './api';
import { TYPE_COLORS } from './colors';
import { failure, merge, openEntity, view } from './state';

/** Finds entities by name or alias as one types. */
export function Search() {
  const text = useSignal('');
  const hits = useSignal<EntitySummary[] | null>(null);
  const chosen = useSignal(0);

  useEffect(() => {
    const query = text.value.trim();
    if (query.length < 2) {
      hits.value = null;
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        hits.value = await api.find(query, abort.signal);
        chosen.value = 0;
      } catch (error) {
        if (!abort.signal.aborted) failure.value = (error as Error).message;
      }
    }, 150);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text.value]);

  async function pick(hit: EntitySummary) {
    hits.value = null;
    text.value = '';
    view.value = 'network';
    // Bring it into the picture even where filters or the size limit left it out.
    try {
      merge(await api.neighbors(hit.id));
    } catch (error) {
      failure.value = (error as Error).message;
    }
    openEntity(hit.id);
  }

  function key(event: KeyboardEvent) {
    const found = hits.value ?? [];
    if (event.key === 'ArrowDown') chosen.value = Math.min(chosen.value + 1, found.length - 1);
    else if (event.key === 'ArrowUp') chosen.value = Math.max(chosen.value - 1, 0);
    else if (event.key === 'Enter' && found[chosen.value]) void pick(found[chosen.value]!);
    else if (event.key === 'Escape') hits.value = null;
    else return;
    event.preventDefault();
  }

  return (
    <div class="search" role="combobox" aria-expanded={hits.value !== null} aria-haspopup="listbox">
      <input
        type="search" placeholder="Find an organization, person, post, position or place" aria-label="Search entities"
        value={text.value} onInput={event => (text.value = event.currentTarget.value)} onKeyDown={key} data-testid="search"
      />
      {hits.value && (
        <ul role="listbox">
          {hits.value.length === 0 && <li class="none">Nothing found</li>}
          {hits.value.map((hit, i) => (
            <li key={hit.id} role="option" aria-selected={i === chosen.value} onMouseDown={() => void pick(hit)} data-testid="hit">
              <i class="dot" style={{ background: TYPE_COLORS[hit.type] }} />
              <b>{hit.name}</b>
              <span class="muted">{hit.type}{hit.aliases.length > 0 && ` · also ${hit.aliases.slice(0, 3).join(', ')}`}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
