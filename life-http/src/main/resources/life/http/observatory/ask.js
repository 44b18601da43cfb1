// What the page asks of its server, and nothing else: documents, charts, streams.

let token = sessionStorage.getItem('token') ?? '';

export const hasToken = () => token !== '';
export function useToken(text) {
  token = text.trim();
  sessionStorage.setItem('token', token);
}

/** An answer that is a problem document (RFC 9457), or none at all (status 0). */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? 'the server does not answer');
    this.status = status;
  }
}

async function ask(path, { method = 'GET', body, signal, headers = {} } = {}) {
  if (token) headers.Authorization = 'Bearer ' + token;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let answer;
  try {
    answer = await fetch(path, { method, signal, headers, body: body && JSON.stringify(body) });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Refused(0, {});
  }
  if (!answer.ok) throw new Refused(answer.status, await answer.json().catch(() => ({})));
  return answer;
}

export const json = async (path, options) => (await ask(path, options)).json();
export const send = (path, body, method = 'POST') => json(path, { method, body });
export const remove = (path) => ask(path, { method: 'DELETE' });

/** A chart: its header, with the columns by their names. */
export async function chart(life, from, to, pixels) {
  const answer = await ask(`/v1/lives/${life}/chart?from=tick:${from}&to=tick:${to}&pixels=${pixels}`);
  const bytes = await answer.arrayBuffer();
  const length = new DataView(bytes).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length)));
  const types = { f32: Float32Array, f64: Float64Array, u32: Uint32Array };
  let at = 4 + length;
  head.of = {};
  for (const { name, type } of head.columns) {
    head.of[name] = new types[type](bytes, at, head.pixels);
    at += Math.ceil((head.pixels * types[type].BYTES_PER_ELEMENT) / 8) * 8;
  }
  return head;
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Follows a stream of server-sent events (by fetch, since EventSource can't show a token) until it is over; after a
 * break it goes on behind the last event. `heard` gets each event's data, `linked` whether the line stands.
 */
export async function follow(path, after, heard, linked, signal) {
  let last = after;
  for (let wait = 250; !signal.aborted; wait = Math.min(4000, wait * 2)) {
    try {
      const answer = await ask(path, { signal, headers: { 'Last-Event-ID': String(last), Accept: 'text/event-stream' } });
      if (answer.status === 204) return;
      linked(true);
      wait = 250;
      let text = '';
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        const events = (text + part.value).split('\n\n');
        text = events.pop();
        for (const event of events) {
          const lines = event.split('\n');
          const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trim());
          last = lines.find((line) => line.startsWith('id:'))?.slice(3).trim() ?? last;
          if (data.length) heard(JSON.parse(data.join('\n')));
        }
      }
    } catch (failure) {
      if (signal.aborted) return;
      if (failure instanceof Refused && [401, 403, 404].includes(failure.status)) throw failure;
    }
    linked(false);
    await pause(wait);
  }
}

/** Does the work once nobody has asked for it for so many milliseconds. */
export function rested(work, calm) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, calm);
  };
}

/**
 * Does the work one at a time, at most once in so many milliseconds, and once more if it was asked for meanwhile. What
 * takes long is done less often: after it comes a rest of so many times as long.
 */
export function pump(work, gap, failed, rest = 0) {
  let isBusy = false;
  let again = false;
  return async () => {
    again = true;
    if (isBusy) return;
    isBusy = true;
    while (again) {
      again = false;
      const began = performance.now();
      await Promise.resolve().then(work).catch(failed);
      const took = performance.now() - began;
      const left = Math.max((typeof gap === 'function' ? gap() : gap) - took, rest * took);
      if (left > 0) await pause(left);
    }
    isBusy = false;
  };
}
