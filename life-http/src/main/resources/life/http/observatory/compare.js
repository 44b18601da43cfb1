// A life beside another one, and what might have been.
import { $, age, dialog, el, list, seconds } from './dom.js';
import { json, send } from './ask.js';
import { go, view } from './address.js';
import { later, life } from './being.js';
import { redraw, stage, windowed } from './course.js';
import * as lives from './lives.js';
import { right } from './touch.js';

const SHOWN = {
  phase: 'phase', energy: 'vitals.energy', stability: 'vitals.stability', integrity: 'vitals.integrity', drive: 'drive',
  arousal: 'arousal', 'sleep pressure': 'sleepPressure', asleep: 'asleep', felt: 'subjectiveAge', cause: 'cause',
};
const short = (v) => (typeof v === 'number' ? +v.toFixed(3) : v ?? '–');
const table = (caption, heads, rows) =>
  el('table', {}, el('caption', {}, caption), el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, ...rows.map(([name, ...cells]) => el('tr', {}, el('th', { scope: 'row' }, name), ...cells.map((cell) => el('td', {}, String(cell)))))));

/** Where two lives part, if one is a branch of the other: a tick, or null. */
export async function parting(life, other) {
  for (const [branch, parent] of [[other, life], [life, other]]) {
    const { facts } = await json(`/v1/lives/${branch}/facts?kind=branched&limit=1000`);
    const found = facts.find((fact) => fact.id === branch && fact.parent === parent);
    if (found) return found.tick;
  }
  return null;
}

/** What differs at the same tick; each row has both values as the server tells them. */
export async function beside(life, state, other, parted) {
  const then = await json(`/v1/lives/${other}/state?tick=${state.tick}`).catch(() => json(`/v1/lives/${other}`));
  const at = (one, path) => path.split('.').reduce((node, step) => node?.[step], one);
  const { differences } = await json(`/v1/lives/${life}/diff?at=tick:${state.tick}&with=${other}&to=tick:${then.tick}`);
  const made = table(`${parted === null ? 'Two lives' : 'They part at ' + age(parted * state.laws.tickSeconds)}; ${differences.length} values differ here`, ['', life, other],
    Object.entries(SHOWN).map(([name, path]) => [name, ...[state, then].map((one) => (name === 'felt' ? age(seconds(at(one, path))) : short(at(one, path))))]));
  made.dataset.differences = differences.length;
  return made;
}

async function settled(work) {
  for (let now = work; ; now = await json(`/v1/work/${work.work}`)) {
    if (now.status === 'done') return now.result;
    if (now.status !== 'running') throw new Error(now.problem?.detail ?? now.status);
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** Fills the list of those who can stand beside it. */
export function others() {
  const names = ['', ...lives.names().filter((name) => name !== life?.id)].slice(0, 500);
  if (view.with && !names.includes(view.with)) names.push(view.with);
  list($('with'), names, String, (name) => el('option', { value: name }, name || 'nobody'));
  $('with').value = view.with ?? '';
}

/** Puts another life beside it, or none. */
export async function besides() {
  const mine = life;
  stage.parted = null;
  mine.table = null;
  others();
  if (view.with) stage.parted = await parting(mine.id, view.with).catch(() => null);
  redraw();
  windowed();
  if (mine === life) later();
}

/** Asks what might have been from the point on. */
export function fork() {
  const { state } = life;
  const met = (life.facts ?? []).filter((fact) => fact.type === 'met' && fact.seq <= state.seq).slice(-30).reverse();
  const drops = met.map((fact) => ({ seq: fact.causes[0], words: `${fact.stimulus.kind} ${fact.stimulus.intensity.toFixed(2)}` }));
  whatIf(drops, (name) => lives.load().then(() => go({ with: name, tab: 'beside' })));
}

/** `kept` gets the name of a branch that lives on. */
function whatIf(met, kept) {
  const { id, kinds, state } = life, canOperate = right === 'operate';
  const choice = (name, options) => el('select', { name }, el('option', { value: '' }, 'nothing'), ...options);
  const drop = choice('drop', met.map((one) => el('option', { value: one.seq }, `${one.words} (#${one.seq})`)));
  const put = choice('put', kinds.map(({ name }) => el('option', {}, name)));
  const intensity = el('input', { type: 'number', min: 0, max: 1, step: 0.05, value: 0.9 });
  const hours = el('input', { type: 'number', min: 0.01, max: 1e6, step: 'any', value: 6 });
  const keep = el('input', { placeholder: 'don’t keep', disabled: !canOperate, title: canOperate ? '' : 'needs a token of those who operate' });
  const result = el('div', { role: 'status' });
  const ask = el('button', { type: 'button', className: 'main' }, 'Ask');
  ask.onclick = async () => {
    result.replaceChildren('living it again…');
    const body = { until: { seconds: Math.round(hours.value * 3600), fromPoint: !drop.value } };
    if (drop.value) {
      body.drop = [+drop.value];
      body.until = { seconds: Math.round(state.tick * state.laws.tickSeconds + hours.value * 3600) };
    } else body.at = view.at ?? String(state.seq);
    if (put.value) body.put = [{ kind: put.value, intensity: +intensity.value }];
    if (keep.value) body.keep = keep.value;
    try {
      const told = await settled(await send(`/v1/lives/${id}/branches`, body));
      const rows = ['phase', 'age', 'energy', 'stability', 'integrity', 'drive', 'memories', 'cause'].map((name) =>
        [name, ...[told.ends.parent, told.ends.branch].map((end) => (name === 'age' ? age(seconds(end.age)) : short(end[name])))]);
      const parted = told.parted ? `They part at ${age(seconds(told.parted.age))}, with fact #${told.parted.seq}` : 'They never part';
      result.replaceChildren(table(parted, ['at the end', id, told.kept ?? 'what if'], rows));
      if (told.kept) kept(told.kept);
    } catch (refused) {
      result.replaceChildren(refused.message);
    }
  };
  const row = (words, ...inputs) => el('label', { className: 'row' }, words + ' ', ...inputs);
  dialog(`What if, from ${age(seconds(state.age))} on…`, el('div', { className: 'form' },
    row('this had never come', drop), row('this had come', put), row('at intensity', intensity),
    row('look so many hours on', hours), row('keep it as a life named', keep), ask, result));
}
