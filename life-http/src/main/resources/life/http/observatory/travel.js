// Moving through a life: by fact, by window, by playing it; and what the keys do.
import { $, age, dialog, el, say, seconds } from './dom.js';
import { send } from './ask.js';
import { go, view } from './address.js';
import { failed, later, life, notes } from './being.js';
import { fork } from './compare.js';
import { stage } from './course.js';
import * as panels from './panels.js';

const KEYS = [
  ['← →', 'a fact back, on; with shift a hundred'], ['Home End', 'birth, the last fact'],
  ['space', 'play or stop'], ['L', 'to the present'], ['+ −', 'a narrower, wider window'], ['0', 'the whole life'],
  ['n', 'pin a note'], ['i', 'what if…'], ['w', 'why is energy as it is'], ['/', 'filter the list'],
  ['g', 'all lives'], ['t', 'light or dark'], ['?', 'this help'], ['click, drag', 'go to a point, choose a window'],
];

export function step(by) {
  if (!life?.state) return;
  const last = Math.max(life.head.seq, life.latest?.seq ?? 0);
  go({ at: String(Math.min(Math.max(1, life.state.seq + by), last)) }, { replaces: view.at !== null });
}

let playing = 0;

/** Stops playing. */
export function stop() {
  if (playing) play();
}

function zoom(factor) {
  const wide = Math.max(10, Math.round((stage.to - stage.from) * factor)), middle = stage.point ?? stage.head;
  const from = Math.max(0, Math.round(middle - wide / 2));
  go({ from, to: from + wide, last: null });
}

export function play() {
  playing = playing ? 0 : performance.now();
  say($('play'), playing ? '❚❚' : '▶');
  $('play').setAttribute('aria-label', playing ? 'Stop playing' : 'Play');
  if (!playing) return;
  let tick = life.state.tick >= stage.head ? 0 : life.state.tick;
  const frame = (now) => {
    if (!playing || !life) return;
    tick += ((now - playing) / 1000) * (+$('pace').value / stage.tickSeconds);
    playing = now;
    if (tick >= stage.head) {
      play();
      return go({ at: null });
    }
    go({ at: 'tick:' + Math.floor(tick) }, { replaces: true });
    later();
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}


export const help = () => dialog('Keys', el('dl', {}, ...KEYS.flatMap(([key, words]) => [el('dt', {}, key), el('dd', {}, words)])));
export const theme = () => {
  const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  localStorage.setItem('theme', next);
  go({ theme: next }, { replaces: true });
};
export const live = () => go({ at: null });

const actions = {
  ArrowLeft: (e) => step(e.shiftKey ? -100 : -1), ArrowRight: (e) => step(e.shiftKey ? 100 : 1),
  Home: () => go({ at: '1' }), End: () => step(Infinity), ' ': play,
  l: live, L: live,
  '+': () => zoom(0.5), '=': () => zoom(0.5), '-': () => zoom(2),
  0: () => go({ from: null, to: null, last: null }),
  n: pin, i: fork, w: () => panels.why(life.id, 'energy', life.point ?? life.state.seq).catch(failed),
  '/': () => $('filter').focus(), '?': help, t: theme, g: () => (location.hash = '#/'),
};

addEventListener('keydown', (event) => {
  const typing = event.target.matches('input:not([type=range]), select, textarea') || $('dialog').open;
  const pressing = event.key === ' ' && event.target.matches('button, a');
  const own = event.target.matches('[type=range], #panel, #scroll') && /^(Arrow|Home|End)/.test(event.key);
  const action = actions[event.key];
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if (!action || typing || pressing || own || modified || (!life?.state && !'?tg'.includes(event.key))) return;
  event.preventDefault();
  action(event);
});

/** Pins a note to the point. */
export function pin() {
  const field = el('textarea', { maxLength: 2000, rows: 4, 'aria-label': 'Note' });
  const { seq, age: old } = life.state;
  dialog(`A note at ${age(seconds(old))}`, el('div', { className: 'form' }, field, el('button', { value: 'pin', className: 'main' }, 'Pin it')), () =>
    send(`/v1/lives/${life.id}/notes`, { at: String(seq), text: field.value }).then(() => go({ tab: 'notes' })).then(notes).catch(failed));
}
