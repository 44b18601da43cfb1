// The address is the state of the page: #/ada?at=tick:600&from=0&to=9000&with=eve&tab=notes&theme=dark
import { rested } from './ask.js';
import { stage } from './course.js';

const NUMBERS = ['from', 'to', 'last'];
const WORDS = ['at', 'with', 'tab', 'types', 'theme'];

/** What the address says: the life, the point (null is now), the window, who stands beside it, and how it is shown. */
export let view = {};

/** What the address will be once the point rests: browsers don't like it to change with every step. */
let coming = null;
const settle = rested(() => {
  if (coming !== null) history.replaceState(null, '', coming);
  coming = null;
}, 200);

/** Takes what the address says now; returns what it said before. */
export function turn(event) {
  if (event?.isTrusted) coming = null;
  const [path, query = ''] = (coming ?? location.hash).replace(/^#\/?/, '').split('?');
  const asked = new URLSearchParams(query);
  const before = view;
  view = { life: decodeURIComponent(path) };
  for (const name of NUMBERS) {
    const number = asked.has(name) ? Math.floor(Number(asked.get(name))) : NaN;
    view[name] = number >= 0 ? number : null;
  }
  for (const name of WORDS) view[name] = asked.get(name) || null;
  view.span = view.last ?? (view.from === null ? null : before.span ?? null);
  return before;
}

/** Changes the address, and with it the page. Leaving the present, the window stays where it is. */
export function go(changes, { replaces = false } = {}) {
  const next = { ...view, ...changes };
  if (changes.at && view.at === null && next.last !== null && changes.last === undefined)
    Object.assign(next, { last: null, from: stage.from, to: stage.to });
  if (changes.at === null && changes.last === undefined && view.span)
    Object.assign(next, { last: view.span, from: null, to: null });
  const asked = [...NUMBERS, ...WORDS]
    .filter((name) => next[name] !== null && next[name] !== undefined)
    .map((name) => `${name}=${encodeURIComponent(next[name]).replaceAll('%3A', ':')}`);
  const hash = '#/' + encodeURIComponent(next.life) + (asked.length ? '?' + asked.join('&') : '');
  if (hash === (coming ?? location.hash)) return;
  if (replaces) {
    coming = hash;
    settle();
  } else {
    if (coming !== null) history.replaceState(null, '', coming);
    coming = null;
    history.pushState(null, '', hash);
  }
  dispatchEvent(new Event('hashchange'));
}
