import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { useEffect, useRef } from 'preact/hooks';
import Sigma from 'sigma';
import { effect } from '@preact/signals';
import { api } from './api';
import { relationName, STATUS_COLORS, TYPE_COLORS } from './colors';
import { failure, loading, merge, network, openEntity, panel } from './state';

const SETTLE_ITERATIONS = 220;

/** The network on WebGL: click opens an entity, double click brings its neighbours in. */
export function NetworkView() {
  const holder = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const graph = new Graph({ multi: true, type: 'directed' });
    const renderer = new Sigma(graph, holder.current!, {
      renderEdgeLabels: true,
      defaultEdgeType: 'arrow',
      labelRenderedSizeThreshold: 5,
      labelDensity: 0.6,
      labelFont: 'system-ui, sans-serif',
      edgeLabelSize: 10,
      edgeLabelColor: { color: '#5b6474' },
      zIndex: true,
      allowInvalidContainer: true,
    });
    let hovered: string | null = null;

    renderer.setSetting('nodeReducer', (id, data) => {
      const chosen = panel.value?.kind === 'entity' ? panel.value.id : null;
      const center = hovered ?? (chosen && graph.hasNode(chosen) ? chosen : null);
      if (!center || id === center || graph.areNeighbors(id, center)) {
        return id === chosen ? { ...data, highlighted: true, zIndex: 2 } : data;
      }
      return { ...data, color: '#dfe3ea', label: null, zIndex: 0 };
    });
    renderer.setSetting('edgeReducer', (id, data) => {
      const center = hovered ?? (panel.value?.kind === 'entity' ? panel.value.id : null);
      return center && graph.hasNode(center) && !graph.hasExtremity(id, center) ? { ...data, hidden: true } : data;
    });
    renderer.on('enterNode', event => { hovered = event.node; renderer.refresh({ skipIndexation: true }); });
    renderer.on('leaveNode', () => { hovered = null; renderer.refresh({ skipIndexation: true }); });
    renderer.on('clickNode', event => openEntity(event.node));
    renderer.on('doubleClickNode', async event => {
      event.preventSigmaDefault();
      try {
        merge(await api.neighbors(event.node));
      } catch (error) {
        failure.value = (error as Error).message;
      }
    });

    const stopNetwork = effect(() => show(graph, network.value));
    const stopPanel = effect(() => {
      if (panel.value?.kind === 'entity') focus(renderer, graph, panel.value.id);
      renderer.refresh({ skipIndexation: true });
    });
    return () => {
      stopNetwork();
      stopPanel();
      renderer.kill();
    };
  }, []);

  const { nodes, edges, truncated } = network.value;
  return (
    <section class="network" aria-label="Network">
      <div class="canvas" ref={holder} data-testid="network" />
      <p class="status" role="status">
        {failure.value ?? (loading.value ? 'Loading…' : `${nodes.length} entities, ${edges.length} relations`)}
        {truncated && ' (the most connected; narrow the filters for the rest)'}
        <span class="hint"> Click for facts, double-click to expand.</span>
      </p>
    </section>
  );
}

/** Makes the drawn graph equal to the given one, keeping the places of what stays. */
function show(graph: Graph, shown: typeof network.value) {
  const nodes = new Set(shown.nodes.map(node => node.id));
  const edges = new Set(shown.edges.map(edge => edge.id));
  graph.forEachEdge(edge => { if (!edges.has(edge)) graph.dropEdge(edge); });
  graph.forEachNode(node => { if (!nodes.has(node)) graph.dropNode(node); });

  shown.nodes.forEach((node, i) => {
    const size = 3 + Math.min(14, 2.2 * Math.sqrt(node.mentions));
    if (graph.hasNode(node.id)) {
      graph.mergeNodeAttributes(node.id, { size, label: node.name });
      return;
    }
    // A sunflower spiral: the same nodes start at the same places, so the same graph settles into the same picture.
    const angle = i * 2.399963;
    const radius = Math.sqrt(i + 1);
    graph.addNode(node.id, {
      x: radius * Math.cos(angle), y: radius * Math.sin(angle), size, label: node.name, color: TYPE_COLORS[node.type] ?? '#666',
    });
  });
  for (const edge of shown.edges) {
    if (!graph.hasEdge(edge.id) && graph.hasNode(edge.source) && graph.hasNode(edge.target)) {
      graph.addEdgeWithKey(edge.id, edge.source, edge.target, {
        label: relationName(edge.type) + (edge.status === 'actual' ? '' : ` (${edge.status})`),
        color: STATUS_COLORS[edge.status] ?? '#8a94a6',
        size: 1 + Math.min(4, Math.log2(edge.support + 1)),
      });
    }
  }
  if (graph.order > 1) {
    forceAtlas2.assign(graph, { iterations: SETTLE_ITERATIONS, settings: { ...forceAtlas2.inferSettings(graph), adjustSizes: true } });
  }
}

function focus(renderer: Sigma, graph: Graph, id: string) {
  if (!graph.hasNode(id)) return;
  const place = renderer.getNodeDisplayData(id);
  if (place) void renderer.getCamera().animate({ x: place.x, y: place.y, ratio: Math.min(0.85, renderer.getCamera().ratio) }, { duration: 350 });
}
