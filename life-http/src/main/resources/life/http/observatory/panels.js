// What stands beside the charts: the tiles, the being's own words, and the lists.
import { $, age, dialog, el, fixed, list, say, seconds } from './dom.js';
import { json, remove } from './ask.js';

const TILES = [
  ['energy', 'energy', 1, 1, '%', 100], ['stability', 'stability', 100, 1, '%', 1], ['integrity', 'integrity', 100, 1, '%', 1],
  ['drive', 'drive', 1, 2, '', 30], ['arousal', 'arousal', 1, 2, '', 1], ['pressure', 'sleepPressure', 1, 2, '', 1], ['rate', 'feltRate', 1, 2, '×', 3],
];
const NAMES = { pressure: 'sleep pressure', rate: 'felt time' };
export const TABS = { facts: 'Facts', noticed: 'Noticed', memories: 'Memories', expects: 'Expects', notes: 'Notes', beside: 'Beside' };
export const TYPES = {
  events: 'born,reached,resumed,settled,branched,met,fell-asleep,woke,consolidated,recalled,echoed,observed,adapted,rolled-back,degraded,recovered,died',
  stimuli: 'met', sleep: 'fell-asleep,woke,consolidated', memory: 'consolidated,recalled,echoed,observed', phases: 'born,degraded,recovered,died,resumed,branched', all: '',
};
const GLYPHS = { met: '◆', reached: '→', 'fell-asleep': '☾', woke: '☼', recalled: '↺', echoed: '↺', consolidated: '▣', observed: '∴', adapted: '±', died: '✝', born: '✶', degraded: '▽', recovered: '△' };

export const value = (state, path) => path.split('.').reduce((at, step) => at?.[step], { ...state, ...state.vitals });

export function tiles(state, why) {
  list($('tiles'), TILES, ([name]) => name,
    ([name, path]) => el('button', { className: 'card tile ' + name, 'data-path': path, title: 'Why?', onclick: () => why(path) },
      el('span', { className: 'label' }, NAMES[name] ?? name), el('b'), el('i')),
    (tile, [, path, factor, digits, unit, most]) => {
      const now = value(state, path);
      tile.dataset.value = now;
      say(tile.children[1], fixed(now * factor, digits) + unit);
      tile.lastChild.style.setProperty('--share', `${Math.min(100, (100 * now) / most)}%`);
    });
}

export function self(words) {
  say($('sentence'), words?.sentence ?? '…');
  list($('reasons'), words?.reasons ?? [], (one) => one.words, (one) => el('li', {}, one.words, ...links(one.facts)));
  say($('mood'), words ? `${words.mood.words}; ${words.occupation.words}` : '');
}

const point = (seq) => el('button', { className: 'fact', 'data-seq': seq }, '#' + seq);
const links = (facts = []) => facts.slice(0, 6).flatMap((seq) => [' ', point(seq)]);
const row = (glyph, when, seq, words, more = '') =>
  el('li', { 'data-seq': seq }, el('span', { 'aria-hidden': 'true' }, glyph), el('time', {}, when), el('small', {}, more), el('p', {}, words));
const none = (panel, words) => panel.replaceChildren(el('p', { className: 'empty' }, words));

/** Draws the list of the open tab; `about` has the life, its state, its facts and what was asked for. */
export function panel(about) {
  const { tab, state, type, word } = about;
  const box = $('panel');
  const fits = (words) => !word || words.toLowerCase().includes(word);
  const fill = (items, key, make, empty, change) => {
    if (!items) return none(box, 'loading…');
    if (!items.length) return none(box, word ? 'Nothing fits the filter.' : empty);
    if (box.firstElementChild?.tagName !== 'UL') box.replaceChildren(el('ul'));
    list(box.firstChild, items, (item) => tab + key(item), make, change);
  };
  switch (tab) {
    case 'facts': return fill(about.facts && [...about.facts].reverse().filter((one) => fits(one.words + one.type + '#' + one.seq)), (one) => one.seq,
      (one) => row(GLYPHS[one.type] ?? '·', age(seconds(one.age)), one.seq, one.words, '#' + one.seq), type === 'all' ? 'Nothing has happened.' : 'Nothing of that kind near this point.',
      (item, one) => { item.className = one.seq > state.seq ? 'future' : one.seq === state.seq ? 'now' : ''; });
    case 'noticed': return fill(about.noticed?.filter((one) => fits(one.words)), (one) => one.number + ' ' + one.version,
      (one) => row(one.severity === 'warning' ? '▲' : '△', age(seconds(one.begin.age)), one.begin.seq, one.words + (one.open ? '; it goes on' : ''), one.severity), 'Nothing unusual was noticed.');
    case 'memories': return fill(about.memories && [...about.memories.short.map((one) => ({ ...one, id: 's' + one.seq, level: 'just now' })), ...about.memories.long.map((one) => ({ ...one, seq: one.id, level: fixed(one.activation, 2) }))].filter((one) => fits(one.kind)),
      (one) => one.id, (one) => row('', '', one.seq, `${one.kind} ${fixed(one.intensity, 2)}`), 'It remembers nothing yet.',
      (item, one) => { say(item.children[1], one.level); say(item.children[2], one.episodes > 1 ? `${one.episodes} times` : ''); });
    case 'expects': return fill(state.mind.associations.filter((one) => fits(one.cue)).sort((a, b) => Math.abs(b.strength) - Math.abs(a.strength)), (one) => one.cue,
      (one) => el('li', {}, el('span', {}, one.cue), el('meter', { min: 0, max: 1 }), el('small')), 'It expects nothing of anything yet.',
      (item, one) => { item.children[1].value = Math.abs(one.strength); say(item.lastChild, `need ${one.strength > 0 ? 'rises' : 'falls'} by ${fixed(Math.abs(one.strength), 3)}`); });
    case 'notes': return fill(about.notes?.filter((one) => fits(one.text)), (one) => one.number,
      (one) => { const item = row('⚑', age(seconds(one.age)), one.seq, one.text); item.append(el('button', { 'aria-label': 'Remove the note', onclick: () => remove(`/v1/lives/${about.life}/notes/${one.number}`).then(about.changed) }, '✕')); return item; }, 'No note is pinned to this life.');
    default: return about.beside ? box.replaceChildren(about.beside) : none(box, 'Choose a life beside this one, above, or ask “What if…”.');
  }
}

/** Why a value is as it is: its last changes, and the facts that caused them. */
export async function why(life, path, at) {
  const told = await json(`/v1/lives/${life}/why?path=${path}&at=${at}&limit=6`);
  const cause = (one) => el('li', {}, one.words + ' ', point(one.seq), el('small', {}, one.input ? ' from outside' : ''), ...(one.causes?.length ? [el('ul', {}, ...one.causes.map(cause))] : []));
  const short = (v) => (typeof v === 'number' ? +v.toFixed(4) : JSON.stringify(v) ?? 'nothing');
  dialog(`Why is ${path} ${short(told.value)}?`, el('ol', { className: 'why' }, ...told.changes.map((one) => {
    const item = cause(one);
    item.prepend(el('b', {}, `${short(one.before)} → ${short(one.after)} `));
    return item;
  })));
}
