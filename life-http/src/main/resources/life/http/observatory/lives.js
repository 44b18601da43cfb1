// All lives: a list of any length, of which only what can be seen is there.
import { $, age, el, list, say, seconds } from './dom.js';
import { chart, json } from './ask.js';

const ROW = 48;
let lives = [];
let shown = [];
const courses = new Map();

export async function load() {
  const all = [];
  for (let path = '/v1/lives?limit=10000'; path; ) {
    const page = await json(path);
    all.push(...page.lives);
    path = page.next && `/v1/lives?limit=10000&after=${page.next}`;
  }
  lives = all;
  pick();
  return all;
}

export const names = () => lives.map((one) => one.id);

/** Applies the filter and the order, and draws. */
export function pick() {
  const word = $('find').value.trim().toLowerCase();
  const order = $('order').value;
  shown = lives.filter((one) => !word || `${one.id} ${one.phase ?? one.status} ${one.cause ?? ''}`.toLowerCase().includes(word));
  if (order !== 'id') shown.sort((a, b) => (order === 'tick' ? (b.tick ?? 0) - (a.tick ?? 0) : (a.energy ?? 101) - (b.energy ?? 101)));
  const living = lives.filter((one) => one.alive).length;
  say($('count'), lives.length ? `${living} alive, ${lives.length - living} dead or not present${word ? `; ${shown.length} shown` : ''}` : '');
  draw();
}

/** Shows another part, from its beginning. */
export function seek() {
  $('scroll').scrollTop = 0;
  pick();
}

export function draw() {
  const box = $('scroll'), parent = $('lives');
  parent.style.height = `${shown.length * ROW}px`;
  if (!lives.length) return parent.replaceChildren(el('li', { className: 'empty' }, 'Nobody lives here yet. Bear a being: ', el('code', {}, 'life born ada')));
  const first = Math.max(0, Math.floor(box.scrollTop / ROW) - 4);
  const last = Math.ceil((box.scrollTop + box.clientHeight) / ROW) + 4;
  list(parent, shown.slice(first, last).map((one, i) => ({ one, at: first + i })), ({ one }) => one.id, make, change);
}

function make({ one }) {
  const course = el('canvas', { width: 160, height: 32, 'aria-hidden': 'true' });
  return el('li', {}, el('a', { href: '#/' + one.id }, el('b', {}, one.id), el('span', { className: 'badge' }), el('span', { className: 'age' }), course, el('span', { className: 'cause quiet' })));
}

function change(row, { one, at }) {
  row.style.transform = `translateY(${at * ROW}px)`;
  row.setAttribute('aria-posinset', at + 1);
  row.setAttribute('aria-setsize', shown.length);
  const [, badge, old, canvas, cause] = row.firstChild.children;
  badge.dataset.phase = one.phase ?? one.status;
  say(badge, (one.phase ?? one.status).toLowerCase());
  say(old, one.age ? age(seconds(one.age)) : '');
  say(cause, one.cause ? 'of ' + one.cause : one.why ?? (one.energy !== undefined ? `energy ${one.energy.toFixed(0)} %` : ''));
  sparkline(canvas, one);
}

async function sparkline(canvas, one) {
  const known = courses.get(one.id);
  if (known?.tick === one.tick || one.tick === undefined) return known && trace(canvas, known.course);
  if (canvas.isAsked) return;
  canvas.isAsked = true;
  await new Promise((done) => setTimeout(done, 120));
  try {
    if (!canvas.isConnected) return;
    const course = await chart(one.id, 0, Math.max(1, one.tick), 80);
    courses.set(one.id, { tick: one.tick, course });
    trace(canvas, course);
  } catch {
    // a life that can't be read says so in its row
  } finally {
    canvas.isAsked = false;
  }
}

function trace(canvas, { of, pixels }) {
  if (canvas.course === of) return;
  canvas.course = of;
  const ink = canvas.getContext('2d');
  ink.clearRect(0, 0, 160, 32);
  ink.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--energy');
  for (let i = 0; i < pixels; i++) {
    const low = of['energy.min'][i], high = of['energy.max'][i];
    if (!Number.isNaN(low)) ink.fillRect((i * 160) / pixels, 31 - high * 0.3, 160 / pixels + 0.5, Math.max(1.5, (high - low) * 0.3));
  }
}
