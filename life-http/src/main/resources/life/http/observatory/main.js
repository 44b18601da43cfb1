// The observatory: a life now, and at any point of its past.
import { $, age, dialog, el, list, say, seconds } from './dom.js';
import { Refused, chart, follow, hasToken, json, pump, send, useToken } from './ask.js';
import { Chart, marks, paint } from './chart.js';
import { read, write } from './address.js';
import * as compare from './compare.js';
import * as lives from './lives.js';
import * as panels from './panels.js';

const SPANS = { '1m': 60, '10m': 600, '1h': 3600, '1d': 86400, all: null };
const SPEEDS = [0.1, 1, 10, 60, 600, 3600, 86400];
const KEYS = [['← →', 'a fact back, on; with shift a hundred'], ['Home End', 'birth, the last fact'], ['space', 'play or stop'], ['L', 'to the present'], ['+ −', 'a narrower, wider window'], ['0', 'the whole life'],
  ['n', 'pin a note'], ['i', 'what if…'], ['w', 'why is energy as it is'], ['/', 'filter the list'], ['g', 'all lives'], ['t', 'light or dark'], ['?', 'this help'], ['click, drag', 'go to a point, choose a window']];

let view = {};
let life = null; // what is known of the life that is shown
let right = 'observe';
let playing = 0;
export const stage = { from: 0, to: 1, point: null, head: 1, parted: null, marks: null, observations: [], notes: [], tickSeconds: 1, tone: (kind) => life?.tones.get(kind) ?? 0 };
const told = { point: (tick) => go({ at: 'tick:' + tick }), window: (from, to) => go({ from, to, last: null }), hover: (plot, tick, words) => (hovered(plot, tick, words)) };
const percent = (name) => ({ name, column: name, factor: name === 'energy' ? 1 : 100, digits: 1 });
const plain = (name) => ({ name, column: name, factor: 1, digits: 2 });
export let plots = [];
let whole;

// --- the address --------------------------------------------------------------------------------------------------

function go(changes, { replaces = false } = {}) {
  const next = { ...view, ...changes };
  if (changes.at && view.at === null && next.last !== null && changes.last === undefined) Object.assign(next, { last: null, from: stage.from, to: stage.to });
  if (changes.at === null && changes.last === undefined && view.span) Object.assign(next, { last: view.span, from: null, to: null });
  const hash = write(next);
  if (hash === location.hash) return;
  history[replaces ? 'replaceState' : 'pushState'](null, '', hash);
  apply();
}

function apply() {
  const before = view;
  view = read();
  view.span = view.last ?? (view.from === null ? null : before.span);
  document.documentElement.dataset.theme = view.theme ?? localStorage.getItem('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  if (before.theme !== view.theme) repaint();
  $('all').hidden = !!view.life;
  for (const id of ['one', 'name', 'ages', 'beside', 'phase']) $(id).hidden = !view.life;
  if (view.life !== life?.id) open(view.life);
  if (!life) return loadLives();
  if (before.with !== view.with || before.life !== view.life) besides();
  if (before.tab !== view.tab || before.types !== view.types) opened();
  if (before.at !== view.at || before.life !== view.life) moment();
  windowed();
}

function repaint() {
  paint();
  [...plots, whole].forEach((plot) => plot?.redraw());
}

// --- a life -------------------------------------------------------------------------------------------------------

function open(id) {
  life?.end.abort();
  playing = 0;
  Object.assign(stage, { marks: null, observations: [], notes: [], parted: null, point: null });
  say($('link'), 'loading');
  $('link').dataset.is = '';
  life = id ? { id, end: new AbortController(), tones: new Map(), kinds: [], facts: null, state: null, head: null, isLive: false } : null;
  document.title = id ? `${id} · Life observatory` : 'Life observatory';
  say($('name'), id);
  if (!id) return linked(null);
  $('one').setAttribute('aria-busy', 'true');
  begin(life).catch((refused) => life?.id === id && failed(refused));
}

async function begin(mine) {
  mine.head = await json(`/v1/lives/${mine.id}/state`);
  stage.tickSeconds = mine.head.laws.tickSeconds;
  const { world } = await json(`/v1/lives/${mine.id}/world`);
  mine.kinds = world.kinds;
  for (const { name, impact } of world.kinds) mine.tones.set(name, impact.energy / 100 + impact.stability + impact.integrity);
  if (mine !== life) return;
  touchables();
  notes();
  besides();
  opened();
  await moment();
  $('one').removeAttribute('aria-busy');
  lives.load().then(others);
  if (!mine.head.alive) return linked(true);
  await follow(`/v1/lives/${mine.id}/facts/stream`, mine.head.seq, heard, linked, mine.end.signal);
}

/** The words that say how things stand; null is no life, false a broken line. */
function linked(is) {
  if (life) life.isLive = is;
  const dead = life?.head && !life.head.alive;
  say($('link'), !life ? `${location.host}` : dead ? 'its life is over' : is === false ? 'disconnected' : view.at ? 'then · back to now' : 'live');
  $('link').dataset.is = is === false ? 'down' : view.at ? 'then' : 'live';
  banner(is === false ? 'The line to the server is broken. What you see stands in the journal; it goes on by itself when the server is back.'
    : dead ? `${life.id} died of ${life.head.cause}, ${age(seconds(life.head.age))} old. Its past is all here.` : '');
  if (is && life && !dead) moment();
}

function banner(words) {
  $('banner').hidden = !words;
  say($('banner'), words);
}

function failed(refused) {
  if (refused.status === 401) return askToken(refused.message);
  banner(refused.status === 0 ? 'The server does not answer; trying again.' : refused.message);
  $('banner').hidden = false;
  if (refused.status === 0) setTimeout(() => life && !life.state && open(life.id), 2000);
}

/** A fact came, durable already. */
function heard(fact) {
  life.latest = fact;
  stage.head = fact.tick;
  if (fits(fact)) life.facts?.push(fact);
  if (life.facts?.length > 600) life.facts.splice(0, 200);
  if (fact.type === 'died') json(`/v1/lives/${life.id}`).then((dead) => { life.head = dead; linked(true); });
  if (!view.at) moment();
  else scrubbed();
  later();
}

const fits = (fact) => { const types = panels.TYPES[view.types ?? 'events']; return !types || types.split(',').includes(fact.type); };

/** Shows the state at the point of the address: everything on the page is of that one moment. */
const moment = pump(async () => {
  const mine = life;
  if (!mine) return;
  const state = await json(`/v1/lives/${mine.id}/state` + (view.at ? `?at=${encodeURIComponent(view.at)}` : ''));
  if (mine !== life) return;
  mine.state = state;
  if (!view.at) mine.head = state;
  stage.head = Math.max(mine.head.tick, mine.latest?.tick ?? 0);
  stage.point = view.at ? state.tick : null;
  requestAnimationFrame(show);
}, 80, failed);

function show() {
  const state = life?.state;
  if (!state) return;
  say($('phase'), state.asleep ? state.phase.toLowerCase() + ' ☾' : state.phase.toLowerCase());
  $('phase').dataset.phase = state.phase;
  say($('ages'), `${age(seconds(state.age))} old · felt ${age(seconds(state.subjectiveAge))}`);
  $('one').dataset.seq = state.seq;
  panels.tiles(state, (path) => panels.why(life.id, path, state).catch(failed));
  $('live').disabled = !view.at;
  $('link').dataset.is = life.isLive === false ? 'down' : view.at ? 'then' : 'live';
  if (life.isLive && life.head.alive) say($('link'), view.at ? 'then · back to now' : 'live');
  scrubbed();
  windowed();
  redraw();
  later();
}

function scrubbed() {
  const { state } = life;
  if (!state) return;
  $('scrub').max = stage.head;
  $('scrub').value = state.tick;
  $('scrub').setAttribute('aria-valuetext', age(seconds(state.age)));
  say($('where'), `#${state.seq} · tick ${state.tick} of ${stage.head} · ${age(seconds(state.age))}`);
}

const redraw = () => [...plots, whole].forEach((plot) => plot.redraw());

// --- charts -------------------------------------------------------------------------------------------------------

function windowed() {
  if (!life?.state) return;
  const { from, to, last } = view;
  const ticks = last && Math.max(1, Math.round(last / stage.tickSeconds));
  const next = from !== null && to !== null ? [from, Math.max(from + 1, to)] : ticks ? [Math.max(0, (stage.point ?? stage.head) - ticks), Math.max(stage.point ?? stage.head, ticks)] : [0, Math.max(1, stage.head)];
  if (stage.point !== null && (stage.point < next[0] || stage.point > next[1])) {
    const wide = next[1] - next[0];
    next[0] = Math.max(0, Math.floor(stage.point - wide / 2));
    next[1] = next[0] + wide;
  }
  if (next[0] === stage.asked?.[0] && next[1] === stage.asked?.[1] && stage.askedOf === life && stage.askedWith === view.with) return;
  Object.assign(stage, { asked: next, askedOf: life, askedWith: view.with });
  for (const button of $('spans').children) button.setAttribute('aria-pressed', String(view.from === null && button.value === String(last ?? '')));
  course();
}

const course = pump(async () => {
  const mine = life;
  if (!mine || !stage.asked) return;
  const [from, to] = stage.asked;
  const pixels = Math.max(60, Math.min(1500, plots[0].plot.width - 60));
  const [one, other] = await Promise.all([chart(mine.id, from, to, pixels), view.with ? chart(view.with, from, to, pixels).catch(() => null) : null]);
  if (mine !== life) return;
  requestAnimationFrame(() => {
    Object.assign(stage, { from, to, marks: marks(one) });
    plots.forEach((plot) => plot.show(one, other));
  });
}, 200, failed);

const overview = pump(async () => {
  const mine = life;
  if (!mine) return;
  const one = await chart(mine.id, 0, Math.max(1, stage.head), 400);
  if (mine !== life) return;
  Object.assign(whole.stage, { from: 0, to: Math.max(1, stage.head), head: stage.head, point: stage.point, marks: marks(one) });
  whole.show(one);
}, 2000, failed);

function hovered(plot, tick, words) {
  if (plot === hovered.by || tick !== null) hovered.by = tick === null ? null : plot;
  if (plot.host.matches(':hover') || tick === null) say($('readout'), tick === null ? '' : `${age(tick * stage.tickSeconds)}  ${words}`);
}

// --- what follows the moment, less often --------------------------------------------------------------------------

const later = pump(async () => {
  const mine = life, { state } = mine ?? {};
  if (!state) return;
  const at = view.at ? `?at=${state.seq}` : '';
  const quietly = (path) => json(`/v1/lives/${mine.id}/${path}`).catch(() => null);
  overview();
  const tab = view.tab ?? 'facts';
  const [words, noticed, memories] = await Promise.all([quietly('interpretation' + at), quietly(`observations${at || '?'}${at ? '&' : ''}limit=1000`), tab === 'memories' ? quietly('memories' + at) : null]);
  if (mine !== life) return;
  if (view.at && tab === 'facts' && !(mine.around?.[0] <= state.seq && state.seq <= mine.around?.[1])) await factsAround(mine);
  if (tab === 'beside' && view.with) mine.table = await compare.beside(mine.id, state, view.with, stage.parted).catch((refused) => el('p', {}, refused.message));
  mine.noticed = noticed?.observations.map((one) => ({ ...one, ...noticedAt(one) }));
  stage.observations = (mine.noticed ?? []).map((one) => ({ from: one.from / stage.tickSeconds, to: one.to / stage.tickSeconds }));
  mine.memories = memories ?? mine.memories;
  panels.self(words);
  panel();
}, 500, failed);

const noticedAt = (one) => ({ words: one.words ?? one.signs.map((sign) => sign.words).join('; '), from: seconds(one.begin?.age ?? one.from?.age), to: seconds(one.end?.age ?? one.until?.age ?? one.begin?.age ?? one.from?.age), seq: one.begin?.seq ?? one.from?.seq, open: one.open });

function panel() {
  if (!life?.state) return;
  const tab = view.tab ?? 'facts';
  $('filters').hidden = tab === 'beside';
  $('types').hidden = tab !== 'facts';
  panels.panel({ tab, life: life.id, state: life.state, facts: life.facts, type: view.types ?? 'events', word: $('filter').value.trim().toLowerCase(), noticed: life.noticed, memories: life.memories, notes: stage.notes, beside: view.with && life.table, changed: notes });
}

function opened() {
  const tab = view.tab ?? 'facts';
  for (const button of $('tabs').children) button.setAttribute('aria-selected', String(button.value === tab));
  $('types').value = view.types ?? 'events';
  if (!life) return;
  life.around = null;
  if (tab === 'facts') factsAround(life).then(panel, failed);
  panel();
  later();
}

/** The last facts of the chosen types up to the point, and some after it. */
async function factsAround(mine) {
  const seq = mine.state?.seq ?? mine.head.seq;
  const types = panels.TYPES[view.types ?? 'events'];
  let found = [], back = types ? 2000 : 200;
  for (; ; back *= 8) {
    found = [];
    let after = Math.max(0, seq - back);
    for (let pages = 0; after !== null && after < seq + 100 && pages < 20; pages++) {
      const page = await json(`/v1/lives/${mine.id}/facts?after=${after}&limit=1000${types && '&kind=' + types}`);
      found.push(...page.facts);
      after = page.next;
    }
    if (found.length >= 50 || back >= seq || back > 60000) break;
  }
  const end = found.findLastIndex((fact) => fact.seq <= seq) + 1;
  mine.facts = found.slice(Math.max(0, end - 250), view.at ? end + 50 : found.length);
  mine.around = [seq - 20, seq + 20];
}

async function notes() {
  const mine = life;
  const told = await json(`/v1/lives/${mine.id}/notes`).catch(() => ({ notes: [] }));
  if (mine !== life) return;
  stage.notes = whole.stage.notes = told.notes;
  redraw();
  panel();
}

// --- touching it --------------------------------------------------------------------------------------------------

function touchables() {
  const kinds = [...life.kinds].sort((a, b) => b.weight - a.weight);
  list($('kinds'), kinds, (kind) => life.id + kind.name, ({ name }) => {
    const tone = Math.sign(stage.tone(name));
    return el('button', { value: name, 'data-tone': tone, title: `${name} ${tone > 0 ? 'does it good' : tone < 0 ? 'does it harm' : 'does it neither good nor harm'}`, onclick: () => touch(name), onfocus: () => line(name), onmouseenter: () => line(name) }, name);
  });
  line(kinds[0]?.name);
}

function line(kind) {
  line.kind = kind ?? line.kind;
  say($('line'), `life poke ${life.id} ${line.kind} ${$('intensity').value}`);
  say($('strength'), (+$('intensity').value).toFixed(2));
}

async function touch(kind) {
  line(kind);
  try {
    const { seq, due } = await send(`/v1/lives/${life.id}/stimuli`, { kind, intensity: +$('intensity').value });
    say($('receipt'), `${kind} reached it at tick ${due} (fact ${seq})`);
  } catch (refused) {
    if (refused.status === 401) return askToken(refused.message);
    say($('receipt'), refused.message);
  }
}

async function time(change) {
  if (right !== 'operate') return askToken('To rule over time you show a token: the one that `life token` prints.');
  timed(await send('/v1/time', change, 'PUT'));
}

function timed(now) {
  $('time').hidden = false;
  say($('pause'), now.paused ? '▶' : '❚❚');
  $('pause').setAttribute('aria-label', now.paused ? 'Let time flow' : 'Pause time');
  $('pause').value = String(!now.paused);
  const speeds = [...new Set([...SPEEDS, now.speed])].sort((a, b) => a - b);
  list($('speed'), speeds, String, (speed) => el('option', { value: speed }, speed + '×'));
  $('speed').value = now.speed;
}

function askToken(words) {
  const field = el('input', { type: 'password', autocomplete: 'off', 'aria-label': 'Token' });
  dialog('A token', el('div', { className: 'form' }, el('p', {}, words), el('p', {}, el('code', {}, 'life token'), ' prints it; it stays in this tab.'), field, el('button', { value: 'use', className: 'main' }, 'Use it')), () => {
    useToken(field.value);
    enter().then(() => open(view.life)).catch(failed);
  });
}

/** What this visitor may do. */
async function enter() {
  right = (await json('/v1/access')).right;
  $('key').dataset.right = right;
  $('key').title = `You may ${right}${hasToken() ? ', by your token' : ''}`;
  timed(await json('/v1/time').catch(() => ({ speed: 1, paused: true })));
}

// --- beside -------------------------------------------------------------------------------------------------------

function others() {
  const names = ['', ...lives.names().filter((name) => name !== life?.id)].slice(0, 500);
  if (view.with && !names.includes(view.with)) names.push(view.with);
  list($('with'), names, String, (name) => el('option', { value: name }, name || 'nobody'));
  $('with').value = view.with ?? '';
}

async function besides() {
  const mine = life;
  stage.parted = null;
  mine.table = null;
  others();
  if (view.with) stage.parted = await compare.parting(mine.id, view.with).catch(() => null);
  redraw();
  windowed();
  if (mine === life) later();
}

function fork() {
  const { state } = life;
  const met = (life.facts ?? []).filter((fact) => fact.type === 'met' && fact.seq <= state.seq).slice(-30).reverse();
  compare.whatIf(life.id, state, met.map((fact) => ({ seq: fact.causes[0], words: `${fact.stimulus.kind} ${fact.stimulus.intensity.toFixed(2)}` })), life.kinds, right === 'operate', (name) => lives.load().then(() => go({ with: name, tab: 'beside' })));
}

function pin() {
  const field = el('textarea', { maxLength: 2000, rows: 4, 'aria-label': 'Note' });
  const { seq, age: old } = life.state;
  dialog(`A note at ${age(seconds(old))}`, el('div', { className: 'form' }, field, el('button', { value: 'pin', className: 'main' }, 'Pin it')), () =>
    send(`/v1/lives/${life.id}/notes`, { at: String(seq), text: field.value }).then(() => go({ tab: 'notes' })).then(notes).catch(failed));
}

// --- moving through time ------------------------------------------------------------------------------------------

const step = (by) => life?.state && go({ at: String(Math.min(Math.max(1, life.state.seq + by), life.latest?.seq ?? life.head.seq)) }, { replaces: view.at !== null });

function zoom(factor) {
  const wide = Math.max(10, Math.round((stage.to - stage.from) * factor)), middle = stage.point ?? stage.head;
  const from = Math.max(0, Math.round(middle - wide / 2));
  go({ from, to: from + wide, last: null });
}

function play() {
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
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

const help = () => dialog('Keys', el('dl', {}, ...KEYS.flatMap(([key, words]) => [el('dt', {}, key), el('dd', {}, words)])));
const theme = () => {
  const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  localStorage.setItem('theme', next);
  go({ theme: next }, { replaces: true });
};
const live = () => go({ at: null });
const actions = { ArrowLeft: (e) => step(e.shiftKey ? -100 : -1), ArrowRight: (e) => step(e.shiftKey ? 100 : 1), Home: () => go({ at: '1' }), End: () => step(Infinity), ' ': play, l: live, L: live, '+': () => zoom(0.5), '=': () => zoom(0.5), '-': () => zoom(2), 0: () => go({ from: null, to: null, last: null }), n: pin, i: fork, w: () => panels.why(life.id, 'energy', life.state).catch(failed), '/': () => $('filter').focus(), '?': help, t: theme, g: () => (location.hash = '#/') };

addEventListener('keydown', (event) => {
  const typing = event.target.matches('input:not([type=range]), select, textarea') || $('dialog').open;
  const pressing = event.key === ' ' && event.target.matches('button, a');
  const own = event.target.matches('[type=range], #panel, #scroll, [role=tab]') && !/^[a-zA-Z?/]$/.test(event.key);
  const action = actions[event.key];
  if (!action || typing || pressing || own || event.ctrlKey || event.metaKey || event.altKey || (!life?.state && !'?tg'.includes(event.key))) return;
  event.preventDefault();
  action(event);
});
addEventListener('click', (event) => {
  const seq = event.target.closest('[data-seq]:not(#one)')?.dataset.seq;
  if (!seq || event.target.closest('[aria-label="Remove the note"]') || seq === 'undefined') return;
  if ($('dialog').open) $('dialog').close();
  go({ at: seq });
});
addEventListener('hashchange', apply);
addEventListener('popstate', apply);

// --- putting it together ------------------------------------------------------------------------------------------

const loadLives = () => lives.load().then((all) => !location.hash && all.length === 1 && (history.replaceState(null, '', '#/' + all[0].id), apply()), failed);

paint();
const place = (parent) => parent.appendChild(el('div'));
plots = [
  [['energy', 'stability', 'integrity'].map(percent), { height: 210, range: [0, 105], label: true, axis: false, title: 'Vitals in percent' }],
  [[plain('drive')], { height: 80, range: (_, min, max) => [0, Math.max(1, max * 1.1)], axis: false, title: 'Drive' }],
  [['pressure', 'arousal'].map(plain), { height: 80, range: [0, 1.05], axis: false, title: 'Sleep pressure and arousal' }],
  [[plain('rate')], { height: 90, range: [0, 3.05], title: 'Felt seconds in a second' }],
].map(([lines, about]) => {
  const figure = $('plots').appendChild(el('figure', {}, el('figcaption', {}, ...lines.map(({ name }) => el('span', { className: name }, panels.value({ pressure: 'sleep pressure', rate: 'felt seconds in a second' }, name) ?? name)))));
  const plot = new Chart(place(figure), lines, about, stage, told);
  plot.host.setAttribute('aria-label', about.title);
  return plot;
});
whole = new Chart(place($('whole')), [percent('energy'), percent('stability')], { height: 64, range: [0, 105], small: true, brush: () => (view.from !== null || view.last !== null) && [stage.from, stage.to], title: 'The whole life' }, { ...stage }, { ...told, window: (from, to) => go({ from, to, last: null }) });
whole.host.setAttribute('aria-label', 'The whole life');
new ResizeObserver(() => [...plots, whole].forEach((plot) => plot.resize())).observe($('plots'));

list($('tabs'), Object.entries(panels.TABS), ([tab]) => tab, ([tab, words]) => el('button', { role: 'tab', value: tab, onclick: () => go({ tab: tab === 'facts' ? null : tab }, { replaces: true }) }, words));
list($('types'), Object.keys(panels.TYPES), String, (type) => el('option', { value: type }, type === 'events' ? 'all but quiet time' : type));
list($('spans'), Object.entries(SPANS), ([name]) => name, ([name, span]) => el('button', { value: span ?? '', onclick: () => go({ last: span, from: null, to: null }) }, name));
const on = (id, event, act) => $(id).addEventListener(event, act);
on('scrub', 'input', () => go({ at: 'tick:' + $('scrub').value }, { replaces: view.at !== null }));
on('back', 'click', () => step(-1));
on('forth', 'click', () => step(1));
for (const [id, act] of Object.entries({ play, pin, fork, live, help, theme, link: live, key: () => askToken(`You may ${right} now.`) })) on(id, 'click', act);
on('intensity', 'input', () => line());
on('types', 'change', () => go({ types: $('types').value }, { replaces: true }));
on('filter', 'input', panel);
on('with', 'change', () => go({ with: $('with').value || null, tab: $('with').value ? 'beside' : null }));
on('pause', 'click', () => time({ paused: $('pause').value === 'true' }));
on('speed', 'change', () => time({ speed: +$('speed').value }));
on('tick', 'click', () => time({ step: 1 }));
on('find', 'input', lives.pick);
on('order', 'change', lives.pick);
on('scroll', 'scroll', () => requestAnimationFrame(lives.draw));
setInterval(() => !view.life && !document.hidden && loadLives(), 5000);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
enter().then(apply, (refused) => { apply(); failed(refused); });
