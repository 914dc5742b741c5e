import type { Table } from './api';
import { openCable, openEntity } from './state';

/** Records as a table. Nodes that carry an id open the entity or the cable they stand for. */
export function TableView({ table }: { table: Table }) {
  if (table.rows.length === 0) return <p class="muted">No rows.</p>;
  return (
    <>
      <div class="table">
        <table data-testid="rows">
          <thead><tr>{table.columns.map(column => <th key={column}>{column}</th>)}</tr></thead>
          <tbody>
            {table.rows.map((row, i) => <tr key={i}>{row.map((value, j) => <td key={j}><Cell value={value} column={table.columns[j] ?? ''} /></td>)}</tr>)}
          </tbody>
        </table>
      </div>
      <p class="muted">
        {table.rows.length} row{table.rows.length === 1 ? '' : 's'}{table.truncated && ' (cut at the row limit)'}
        {' '}<button class="link" onClick={() => save(table)}>Save as CSV</button>
      </p>
    </>
  );
}

function Cell({ value, column }: { value: unknown; column: string }) {
  if (value === null || value === undefined) return <span class="muted">–</span>;
  if (typeof value === 'object' && !Array.isArray(value)) {
    const node = value as { labels?: string[]; properties?: Record<string, unknown> };
    const id = node.properties?.['id'];
    if (node.labels && typeof id === 'string') {
      const name = String(node.properties?.['name'] ?? id);
      return <button class="link" onClick={() => (node.labels!.includes('Cable') ? openCable(id) : openEntity(id))}>{name}</button>;
    }
    return <code>{JSON.stringify(value)}</code>;
  }
  if (Array.isArray(value)) {
    return <>{value.map((item, i) => <span key={i}>{i > 0 && ', '}<Cell value={item} column={column} /></span>)}</>;
  }
  if (/cable/i.test(column) && typeof value === 'string' && /^\d{2,4}[A-Z]/.test(value)) {
    return <button class="link" onClick={() => openCable(value)}>{value}</button>;
  }
  return <>{String(value)}</>;
}

function save(table: Table) {
  const quote = (value: unknown) => {
    const text = value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [table.columns, ...table.rows].map(row => row.map(quote).join(','));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([lines.join('\r\n')], { type: 'text/csv' }));
  link.download = 'chancery.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}
