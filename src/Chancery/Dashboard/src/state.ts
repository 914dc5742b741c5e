import { computed, effect, signal } from '@preact/signals';
import { api, ENTITY_TYPES, RELATION_TYPES, type EntityType, type Network, type NetworkFilter } from './api';

export type Panel = { kind: 'entity'; id: string } | { kind: 'cable'; id: string; mark?: string; paragraph?: number } | null;
export type View = 'network' | 'questions' | 'console' | 'jobs';

export const view = signal<View>('network');
/** What the right-hand panel shows; the stack lets "back" return from a cable to the entity it was opened from. */
export const panels = signal<NonNullable<Panel>[]>([]);
export const panel = computed<Panel>(() => panels.value.at(-1) ?? null);

export const types = signal<Set<EntityType>>(new Set(ENTITY_TYPES));
export const relations = signal<Set<string>>(new Set(RELATION_TYPES));
export const confidence = signal(0);
export const from = signal('');
export const to = signal('');

/** The network as loaded, before what the user expanded by hand. */
export const network = signal<Network>({ nodes: [], edges: [], truncated: false });
export const loading = signal(false);
export const failure = signal<string | null>(null);

export const openEntity = (id: string) => open({ kind: 'entity', id });
export const openCable = (id: string, mark?: string, paragraph?: number) => open({ kind: 'cable', id, mark, paragraph });
export const back = () => (panels.value = panels.value.slice(0, -1));
export const closePanel = () => (panels.value = []);

function open(next: NonNullable<Panel>) {
  panels.value = [...panels.value, next].slice(-20);
}

export function toggle<T>(set: typeof types | typeof relations, item: T) {
  const next = new Set(set.value as Set<T>);
  if (!next.delete(item)) next.add(item);
  (set as unknown as { value: Set<T> }).value = next;
}

const filter = computed<NetworkFilter>(() => ({
  types: [...types.value],
  relations: [...relations.value],
  confidence: confidence.value,
  from: from.value,
  to: to.value,
}));

let latest = 0;

export async function load() {
  const turn = ++latest;
  loading.value = true;
  try {
    const loaded = await api.network(filter.value);
    if (turn === latest) {
      network.value = loaded;
      failure.value = null;
    }
  } catch (error) {
    if (turn === latest) failure.value = (error as Error).message;
  } finally {
    if (turn === latest) loading.value = false;
  }
}

/** Adds what an expansion or a path search brought to what is shown. */
export function merge(more: Network) {
  const nodes = new Map(network.value.nodes.map(node => [node.id, node]));
  const edges = new Map(network.value.edges.map(edge => [edge.id, edge]));
  for (const node of more.nodes) nodes.set(node.id, node);
  for (const edge of more.edges) edges.set(edge.id, edge);
  network.value = { nodes: [...nodes.values()], edges: [...edges.values()], truncated: network.value.truncated };
}

// Filters reload the network, once the user has stopped turning knobs.
let pending: ReturnType<typeof setTimeout> | undefined;
effect(() => {
  void filter.value;
  clearTimeout(pending);
  pending = setTimeout(() => void load(), 120);
});
