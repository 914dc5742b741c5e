// The service's HTTP API, as this page uses it. Shapes mirror src/Chancery/Http.

export const ENTITY_TYPES = ['Organization', 'Person', 'Post', 'Position', 'Place'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const RELATION_TYPES = [
  'HOLDS', 'POSITION_IN', 'PART_OF', 'GOVERNS', 'MEMBER_OF', 'LOCATED_IN', 'MET_WITH', 'TRAVELED_TO', 'COOPERATES_WITH',
] as const;

export interface EntitySummary {
  id: string;
  name: string;
  type: EntityType;
  aliases: string[];
  mentions: number;
  firstSeen: string | null;
  lastSeen: string | null;
}

export interface NetworkEdge {
  id: string;
  source: string;
  target: string;
  type: string;
  status: string;
  confidence: number;
  support: number;
}

export interface Network {
  nodes: EntitySummary[];
  edges: NetworkEdge[];
  truncated: boolean;
}

/** One claim about an entity, with the sentence that states it. */
export interface Fact {
  claim: string;
  type: string;
  outgoing: boolean;
  other: { id: string; name: string; type: EntityType };
  polarity: string;
  modality: string;
  on: string | null;
  from: string | null;
  to: string | null;
  confidence: number;
  rule: string;
  cable: string;
  sentAt: string | null;
  paragraph: number;
  sentence: string;
}

export interface EntityPage {
  entity: EntitySummary;
  properties: Record<string, unknown>;
  facts: Fact[];
  cables: { id: string; subject: string | null; sentAt: string | null; mentions: number }[];
}

export interface Mark {
  start: number;
  end: number;
  entity: string;
  name: string;
  type: EntityType;
  confidence: number;
  /** What read it, and what joined it to its entity; absent in graphs loaded by an earlier version. */
  reason: string | null;
  link: string | null;
}

export interface CablePage {
  id: string;
  subject: string | null;
  sentAt: string | null;
  origin: string | null;
  classification: string | null;
  source: string | null;
  partial: boolean;
  paragraphs: { ordinal: number; number: number | null; heading: string | null; kind: string; text: string; marks: Mark[] }[];
}

export interface QuestionParameter {
  name: string;
  type: string;
  default: unknown;
  description: string | null;
}

export interface Question {
  name: string;
  title: string;
  description: string;
  parameters: QuestionParameter[];
}

export interface Table {
  columns: string[];
  rows: unknown[][];
  truncated?: boolean;
}

export interface Job {
  id: string;
  state: string;
  source: string;
  total: number | null;
  done: number;
  failed: number;
  skipped: number;
  startedAt: string | null;
  finishedAt: string | null;
  ratePerSecond: number | null;
  remainingSeconds: number | null;
  message: string | null;
}

export interface NetworkFilter {
  types: EntityType[];
  relations: string[];
  confidence: number;
  from: string;
  to: string;
}

export class ApiError extends Error {}

async function call<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  const text = await response.text();
  if (!response.ok) {
    let detail = text;
    try {
      const problem = JSON.parse(text) as { detail?: string; title?: string };
      detail = problem.detail ?? problem.title ?? text;
    } catch {
      // Not JSON: the text itself is the message.
    }
    throw new ApiError(detail || `${response.status} ${response.statusText}`);
  }
  return JSON.parse(text) as T;
}

const post = <T>(path: string, body: unknown, signal?: AbortSignal) =>
  call<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal });

function search(parameters: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size > 0 ? `?${query}` : '';
}

const part = encodeURIComponent;

export const api = {
  find: (q: string, signal?: AbortSignal) => call<EntitySummary[]>(`/api/entities${search({ q, limit: 20 })}`, { signal }),
  entity: (id: string) => call<EntityPage>(`/api/entities/${part(id)}`),
  neighbors: (id: string) => call<Network>(`/api/entities/${part(id)}/network`),
  network: (filter: NetworkFilter, limit = 400) =>
    call<Network>(
      `/api/network${search({
        types: filter.types.join(','), relations: filter.relations.join(','), confidence: filter.confidence,
        from: filter.from, to: filter.to, limit,
      })}`,
    ),
  paths: (from: string, to: string) => call<Network>(`/api/paths${search({ from, to })}`),
  cable: (id: string) => call<CablePage>(`/api/cables/${part(id)}`),
  questions: () => call<Question[]>('/api/questions'),
  ask: (name: string, parameters: Record<string, unknown>) => post<Table>(`/api/questions/${part(name)}`, parameters),
  query: (statement: string, signal?: AbortSignal) => post<Table>('/api/query', { statement }, signal),
  jobs: () => call<Job[]>('/api/jobs'),
};
