import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api, type Job } from './api';
import { load } from './state';

/** Ingestion jobs as they run, by server-sent events. */
export function Jobs() {
  const jobs = useSignal<Job[]>([]);
  const failed = useSignal<string | null>(null);

  useEffect(() => {
    api.jobs().then(list => (jobs.value = list), (error: Error) => (failed.value = error.message));
    const events = new EventSource('/api/jobs/events');
    events.addEventListener('job', event => {
      const job = JSON.parse(event.data as string) as Job;
      jobs.value = [job, ...jobs.value.filter(other => other.id !== job.id)];
      // A finished job changed the graph; show it.
      if (job.finishedAt) void load();
    });
    return () => events.close();
  }, []);

  return (
    <section class="page">
      <h2>Jobs</h2>
      {failed.value && <p class="error">{failed.value}</p>}
      {jobs.value.length === 0 && <p class="muted">No job has run yet.</p>}
      {jobs.value.map(job => (
        <div key={job.id} class="job">
          <b>{job.source}</b> <span class={`badge ${job.state.toLowerCase()}`}>{job.state}</span>
          <progress max={job.total ?? 1} value={job.done + job.skipped + job.failed} />
          <p class="muted">
            {job.done} read, {job.skipped} unchanged, {job.failed} set aside{job.total !== null && ` of ${job.total}`}
            {job.ratePerSecond ? ` · ${job.ratePerSecond.toFixed(0)} a second` : ''}
            {job.remainingSeconds ? ` · ${Math.ceil(job.remainingSeconds)} s left` : ''}
            {job.startedAt && ` · started ${job.startedAt.slice(0, 19).replace('T', ' ')}`}
          </p>
          {job.message && <p>{job.message}</p>}
        </div>
      ))}
    </section>
  );
}
