import { render } from 'preact';
import { CablePanel } from './CablePanel';
import { Console } from './Console';
import { EntityPanel } from './EntityPanel';
import { Filters } from './Filters';
import { Jobs } from './Jobs';
import { NetworkView } from './Network';
import { Questions } from './Questions';
import { Search } from './Search';
import { back, closePanel, panel, panels, view, type View } from './state';
import './style.css';

const VIEWS: [View, string][] = [['network', 'Network'], ['questions', 'Questions'], ['console', 'Cypher'], ['jobs', 'Jobs']];

function App() {
  return (
    <>
      <header>
        <h1>Chancery</h1>
        <nav aria-label="Views">
          {VIEWS.map(([name, title]) => (
            <button key={name} aria-current={view.value === name ? 'page' : undefined} onClick={() => (view.value = name)}>{title}</button>
          ))}
        </nav>
        <Search />
      </header>
      <main class={view.value}>
        {view.value === 'network' && <><Filters /><NetworkView /></>}
        {view.value === 'questions' && <Questions />}
        {view.value === 'console' && <Console />}
        {view.value === 'jobs' && <Jobs />}
        {panel.value && <Panel />}
      </main>
    </>
  );
}

function Panel() {
  const shown = panel.value!;
  return (
    <aside class="panel" aria-label="Details" data-testid="panel">
      <p class="tools">
        {panels.value.length > 1 && <button class="link" onClick={back}>← Back</button>}
        <button class="link close" onClick={closePanel} aria-label="Close">Close ×</button>
      </p>
      {shown.kind === 'entity'
        ? <EntityPanel key={shown.id} id={shown.id} />
        : <CablePanel key={shown.id} id={shown.id} mark={shown.mark} paragraph={shown.paragraph} />}
    </aside>
  );
}

render(<App />, document.getElementById('app')!);
