// A life that is shown: its state at the point of the address, its facts as they come, and the lists beside it.
import { $, age, el, say, seconds } from './dom.js';
import { follow, json, pump, rested } from './ask.js';
import { view } from './address.js';
import * as compare from './compare.js';
import { move, overview, redraw, stage, windowed } from './course.js';
import * as lives from './lives.js';
import * as panels from './panels.js';
import { askToken, touchable, touchables } from './touch.js';
import { stop } from './travel.js';

/** What is known of the life that is shown; null while all lives are. */
export let life = null;

export function open(id) {
  life?.end.abort();
  stop();
  Object.assign(stage, { asked: null, next: null, marks: null, observations: [], notes: [], parted: null, point: null });
  say($('link'), 'loading');
  $('link').dataset.is = '';
  life = id ? { id, end: new AbortController(), tones: new Map(), kinds: [], facts: null, news: [], state: null, head: null } : null;
  document.title = id ? `${id} · Life observatory` : 'Life observatory';
  say($('name'), id);
  if (!id) return linked(null);
  delete $('one').dataset.seq;
  $('one').setAttribute('aria-busy', 'true');
  begin(life).catch((refused) => life?.id === id && failed(refused));
}

async function begin(mine) {
  const [head, { world }] = await Promise.all([json(`/v1/lives/${mine.id}/state`), json(`/v1/lives/${mine.id}/world`)]);
  if (mine !== life) return;
  mine.head = head;
  stage.tickSeconds = mine.head.laws.tickSeconds;
  mine.kinds = world.kinds;
  for (const { name, impact } of world.kinds) mine.tones.set(name, impact.energy / 100 + impact.stability + impact.integrity);
  touchables();
  await (view.at ? moment() : see(mine, head, null));
  overview();
  notes();
  compare.besides();
  opened();
  $('one').removeAttribute('aria-busy');
  lives.load().then(compare.others);
  if (!mine.head.alive) return linked(true);
  await follow(`/v1/lives/${mine.id}/facts/stream`, mine.head.seq, heard, linked, mine.end.signal);
}

/** Says how things stand; null is no life, false a broken line. */
function linked(is) {
  if (life) life.isLive = is;
  const dead = life?.head && !life.head.alive;
  const down = is === false && !dead;
  say($('link'), !life ? location.host : dead ? 'its life is over' : down ? 'disconnected' : view.at ? 'then · back to now' : 'live');
  $('link').dataset.is = down ? 'down' : dead || view.at ? 'then' : 'live';
  const broken = 'The line to the server is broken. What you see stands in the journal; it goes on by itself when the server is back.';
  const over = dead && `${life.id} died of ${life.head.cause}, ${age(seconds(life.head.age))} old. Its past is all here.`;
  banner(down ? broken : over || '');
  if (is && life && !dead) moment();
}

function banner(words) {
  $('banner').hidden = !words;
  say($('banner'), words);
}

export function failed(refused) {
  if (refused.status === 401) return askToken(refused.message);
  banner(refused.status === 0 ? 'The server does not answer; trying again.' : refused.message);
  if (refused.status === 404 && !life?.state) say($('link'), 'not there');
  $('banner').hidden = false;
  if (refused.status === 0) setTimeout(() => life && !life.state && open(life.id), 2000);
}

/** A fact came, durable already. */
function heard(fact) {
  life.latest = fact;
  stage.head = fact.tick;
  life.news.push(fact);
  if (life.news.length > 400) life.news.splice(0, 200);
  add(life, fact);
  if (fact.type === 'died') json(`/v1/lives/${life.id}`).then((dead) => { life.head = dead; linked(true); });
  if (!view.at) moment();
  else scrubbed();
}

/** Puts a new fact behind those of the list, if the list reaches to the present and doesn't have it yet. */
function add(mine, fact) {
  if (!mine.facts || !mine.isListLive || !fits(fact) || fact.seq <= (mine.facts.at(-1)?.seq ?? 0)) return;
  mine.facts.push(fact);
  if (mine.facts.length > 600) mine.facts.splice(0, 200);
}

const fits = (fact) => {
  const types = panels.TYPES[view.types ?? 'events'];
  return !types || types.split(',').includes(fact.type);
};

/** Shows the state at the point of the address: everything on the page is of that one moment. */
export const moment = pump(async () => {
  const mine = life;
  if (!mine?.head) return;
  const point = view.at;
  const state = await json(`/v1/lives/${mine.id}/state` + (point ? `?at=${encodeURIComponent(point)}` : ''));
  if (mine !== life) return;
  see(mine, state, point);
}, () => (view.at ? 0 : 240), failed);

function see(mine, state, point) {
  mine.state = state;
  mine.point = point;
  if (!point) mine.head = state;
  stage.head = Math.max(mine.head.tick, mine.latest?.tick ?? 0);
  const before = stage.point;
  stage.point = point ? state.tick : null;
  requestAnimationFrame(() => show(before !== stage.point));
}

function show(isElsewhere) {
  const state = life?.state;
  if (!state) return;
  say($('phase'), state.asleep ? state.phase.toLowerCase() + ' ☾' : state.phase.toLowerCase());
  $('phase').dataset.phase = state.phase;
  say($('ages'), `${age(seconds(state.age))} old · felt ${age(seconds(state.subjectiveAge))}`);
  $('one').dataset.seq = state.seq;
  panels.tiles(state, (path) => panels.why(life.id, path, life.point ?? state.seq).catch(failed));
  $('live').disabled = !view.at;
  if (life.isLive && life.head.alive) {
    say($('link'), life.point ? 'then · back to now' : 'live');
    $('link').dataset.is = life.point ? 'then' : 'live';
  }
  touchable(life.head.alive);
  scrubbed();
  windowed();
  if (isElsewhere) move();
  if (life.point) follows();
  else {
    later();
    notice();
  }
}

/** Words and lists follow once the point rests for a moment. */
const follows = rested(() => {
  later();
  notice();
}, 150);

function scrubbed() {
  const { state } = life;
  if (!state) return;
  $('scrub').max = stage.head;
  $('scrub').value = state.tick;
  $('scrub').setAttribute('aria-valuetext', age(seconds(state.age)));
  say($('where'), `#${state.seq} · tick ${state.tick} of ${stage.head} · ${age(seconds(state.age))}`);
}

// --- what follows the moment, less often ---

export const later = pump(async () => {
  const mine = life, { state } = mine ?? {};
  if (!state) return;
  const at = mine.point ? `?at=${mine.point}` : '';
  const quietly = (path) => json(`/v1/lives/${mine.id}/${path}`).catch(() => null);
  overview();
  const tab = view.tab ?? 'facts';
  const [words, memories] = await Promise.all([
    quietly('interpretation' + at),
    tab === 'memories' ? quietly('memories' + at) : null,
  ]);
  if (mine !== life) return;
  if (view.at && tab === 'facts' && !(mine.around?.[0] <= state.seq && state.seq <= mine.around[1])) await factsAround(mine);
  if (tab === 'beside' && view.with)
    mine.table = await compare.beside(mine.id, state, view.with, stage.parted).catch((refused) => el('p', {}, refused.message));
  mine.memories = memories ?? mine.memories;
  panels.self(words);
  panel();
}, 1000, failed, 3);

/** What was noticed up to the point. */
const notice = pump(async () => {
  const mine = life;
  if (!mine?.state) return;
  const at = mine.point ? `at=${mine.point}&` : '';
  const told = await json(`/v1/lives/${mine.id}/observations?${at}limit=1000`).catch(() => null);
  if (mine !== life || told?.version + at === mine.version) return;
  mine.version = told?.version + at;
  mine.noticed = told?.observations ?? [];
  stage.observations = mine.noticed.map((one) => ({ from: one.begin.tick, to: (one.end ?? one.changed).tick }));
  redraw();
  panel();
}, 2000, failed, 10);

export function panel() {
  if (!life?.state) return;
  const tab = view.tab ?? 'facts';
  $('filters').hidden = tab === 'beside';
  $('types').hidden = tab !== 'facts';
  panels.panel({
    tab, life: life.id, state: life.state, facts: life.facts, type: view.types ?? 'events', word: $('filter').value.trim().toLowerCase(),
    noticed: life.noticed, memories: life.memories, notes: stage.notes, beside: view.with && life.table, changed: notes,
  });
}

export function opened() {
  const tab = view.tab ?? 'facts';
  for (const button of $('tabs').children) button.setAttribute('aria-selected', String(button.value === tab));
  $('types').value = view.types ?? 'events';
  if (!life?.state) return;
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
  const last = view.at ? end + 50 : found.length;
  mine.facts = found.slice(Math.max(0, end - 250), last);
  mine.isListLive = last >= found.length;
  mine.news.forEach((fact) => add(mine, fact));
  mine.around = [seq - 20, seq + 20];
}

export async function notes() {
  const mine = life;
  const told = await json(`/v1/lives/${mine.id}/notes`).catch(() => ({ notes: [] }));
  if (mine !== life) return;
  stage.notes = told.notes;
  redraw();
  panel();
}
