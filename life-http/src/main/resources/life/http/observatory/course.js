// The charts: which window of the life they show, and the data for it.
import { $, age, el, say } from './dom.js';
import { chart, pump } from './ask.js';
import { Chart, marks, paint } from './chart.js';
import { go, view } from './address.js';
import { failed, life } from './being.js';

/** What all charts share; ticks. */
export const stage = {
  from: 0, to: 1, point: null, head: 1, parted: null, marks: null, observations: [], notes: [], tickSeconds: 1,
  tone: (kind) => life?.tones.get(kind) ?? 0,
};
export const plots = [];
export let whole;

const told = { point: (tick) => go({ at: 'tick:' + tick }), window: (from, to) => go({ from, to, last: null }), hover: hovered };
const percent = (name) => ({ name, column: name, factor: name === 'energy' ? 1 : 100, digits: 1 });
const plain = (name) => ({ name, column: name, factor: 1, digits: 2 });
const WORDS = { pressure: 'sleep pressure', rate: 'felt seconds in a second' };

/** Makes the charts, once. */
export function set() {
  paint();
  const place = (parent) => parent.appendChild(el('div'));
  for (const [lines, about] of [
    [['energy', 'stability', 'integrity'].map(percent), { height: 210, range: [0, 105], label: true, axis: false, title: 'Vitals in percent' }],
    [[plain('drive')], { height: 80, range: (_, min, max) => [0, Math.max(1, max * 1.1)], axis: false, title: 'Drive' }],
    [['pressure', 'arousal'].map(plain), { height: 80, range: [0, 1.05], axis: false, title: 'Sleep pressure and arousal' }],
    [[plain('rate')], { height: 90, range: [0, 3.05], title: 'Felt seconds in a second' }],
  ]) {
    const legend = lines.map(({ name }) => el('span', { className: name }, WORDS[name] ?? name));
    const figure = $('plots').appendChild(el('figure', {}, el('figcaption', {}, ...legend)));
    plots.push(new Chart(place(figure), lines, about, stage, told));
  }
  const brush = () => (view.from !== null || view.last !== null) && [stage.from, stage.to];
  whole = new Chart(place($('whole')), ['energy', 'stability'].map(percent), { height: 64, range: [0, 105], small: true, brush, title: 'The whole life' }, { ...stage }, told);
  new ResizeObserver(() => [...plots, whole].forEach((plot) => plot.resize())).observe($('plots'));
}

export const redraw = () => {
  whole.stage.notes = stage.notes;
  [...plots, whole].forEach((plot) => plot.redraw());
};

/** Shows on all charts where the point is. */
export const move = () => [...plots, whole].forEach((plot) => plot.move(stage.point));

/** In the colours of another theme. */
export function repaint() {
  paint();
  redraw();
}

/** The next edge of a thousandth of a span: a window that moves by whole ones asks for the same pixels again and again. */
function ahead(tick, span) {
  const step = Math.max(1, Math.floor(span / 1000));
  return Math.ceil(tick / step) * step;
}

/** Asks for the window of the address, if it isn't shown already; it moves along where the point leaves it. */
export function windowed() {
  if (!life?.state) return;
  const { from, to, last } = view;
  const ticks = last && Math.max(1, Math.round(last / stage.tickSeconds));
  const end = ahead((ticks && stage.point !== null ? stage.point : stage.head) + 1, ticks || stage.head);
  const next = from !== null && to !== null ? [from, Math.max(from + 1, to)]
    : ticks ? [Math.max(0, end - ticks), Math.max(end, ticks)]
    : [0, end];
  if (stage.point !== null && (stage.point < next[0] || stage.point > next[1])) {
    const wide = next[1] - next[0];
    next[0] = Math.max(0, Math.floor(stage.point - wide / 2));
    next[1] = next[0] + wide;
  }
  const latest = stage.point === null ? Math.max(life.head.seq, life.latest?.seq ?? 0) : 0;
  const asked = [life.id, ...next, latest, view.with].join();
  if (asked === stage.asked) return;
  Object.assign(stage, { asked, next });
  for (const button of $('spans').children)
    button.setAttribute('aria-pressed', String(view.from === null && button.value === String(last ?? '')));
  course();
}

const course = pump(async () => {
  const mine = life;
  if (!mine || !stage.next) return;
  const [from, to] = stage.next;
  const pixels = Math.max(60, Math.min(1500, plots[0].plot.width - 60));
  const beside = view.with ? chart(view.with, from, to, pixels).catch(() => null) : null;
  const [one, other] = await Promise.all([chart(mine.id, from, to, pixels), beside]);
  if (mine !== life) return;
  requestAnimationFrame(() => {
    Object.assign(stage, { from, to, marks: marks(one) });
    plots.forEach((plot) => plot.show(one, other));
  });
}, 480, failed, 8);

export const overview = pump(async () => {
  const mine = life;
  if (!mine) return;
  const to = ahead(stage.head + 1, stage.head);
  const one = await chart(mine.id, 0, to, 400);
  if (mine !== life) return;
  Object.assign(whole.stage, { from: 0, to, head: stage.head, marks: marks(one) });
  whole.show(one);
}, 2000, failed, 20);

function hovered(plot, tick, words) {
  if (plot === hovered.by || tick !== null) hovered.by = tick === null ? null : plot;
  if (plot.host.matches(':hover') || tick === null) say($('readout'), tick === null ? '' : `${age(tick * stage.tickSeconds)}  ${words}`);
}
