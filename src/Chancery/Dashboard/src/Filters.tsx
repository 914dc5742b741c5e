import { ENTITY_TYPES, RELATION_TYPES } from './api';
import { relationName, TYPE_COLORS } from './colors';
import { confidence, from, network, relations, to, toggle, types } from './state';

export function Filters() {
  const byType = Map.groupBy(network.value.nodes, node => node.type);
  const byRelation = Map.groupBy(network.value.edges, edge => edge.type);
  return (
    <aside class="filters" aria-label="Filters">
      <h2>Entities</h2>
      {ENTITY_TYPES.map(type => (
        <label key={type}>
          <input type="checkbox" checked={types.value.has(type)} onChange={() => toggle(types, type)} />
          <i class="dot" style={{ background: TYPE_COLORS[type] }} /> {type}
          <span class="count">{byType.get(type)?.length ?? 0}</span>
        </label>
      ))}
      <h2>Relations</h2>
      {RELATION_TYPES.map(type => (
        <label key={type}>
          <input type="checkbox" checked={relations.value.has(type)} onChange={() => toggle(relations, type)} />
          {relationName(type)}
          <span class="count">{byRelation.get(type)?.length ?? 0}</span>
        </label>
      ))}
      <h2>Confidence</h2>
      <label class="range">
        <input
          type="range" min="0" max="1" step="0.05" value={confidence.value} aria-label="Least confidence"
          onInput={event => (confidence.value = Number(event.currentTarget.value))}
        />
        <span class="count">≥ {confidence.value.toFixed(2)}</span>
      </label>
      <h2>Seen</h2>
      <label class="dates">from <input type="date" value={from.value} onChange={event => (from.value = event.currentTarget.value)} /></label>
      <label class="dates">to <input type="date" value={to.value} onChange={event => (to.value = event.currentTarget.value)} /></label>
    </aside>
  );
}
