// The observatory: a life now, and at any point of its past.
import { $, el, list } from './dom.js';
import { go, turn, view } from './address.js';
import { failed, life, moment, open, opened, panel } from './being.js';
import * as compare from './compare.js';
import { plots, repaint, set, stage, windowed } from './course.js';
import * as lives from './lives.js';
import * as panels from './panels.js';
import { askToken, enter, line, right, time } from './touch.js';
import { help, live, pin, play, step, theme } from './travel.js';

export { plots, stage };

const SPANS = { '1m': 60, '10m': 600, '1h': 3600, '1d': 86400, all: null };

/** Makes the page what the address says. */
function apply(event) {
  const before = turn(event);
  const wish = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = view.theme ?? localStorage.getItem('theme') ?? wish;
  if (before.theme !== view.theme) repaint();
  $('all').hidden = !!view.life;
  for (const id of ['one', 'name', 'ages', 'beside', 'phase']) $(id).hidden = !view.life;
  if (view.life !== life?.id) open(view.life);
  if (!life) return loadLives();
  if (before.with !== view.with || before.life !== view.life) compare.besides();
  if (before.tab !== view.tab || before.types !== view.types) opened();
  if (before.at !== view.at || before.life !== view.life) moment();
  windowed();
}

function loadLives() {
  return lives.load().then((all) => {
    if (location.hash || all.length !== 1) return;
    history.replaceState(null, '', '#/' + all[0].id);
    apply();
  }, failed);
}

addEventListener('click', (event) => {
  const seq = event.target.closest('[data-seq]:not(#one)')?.dataset.seq;
  if (!seq || event.target.closest('[aria-label="Remove the note"]') || seq === 'undefined') return;
  if ($('dialog').open) $('dialog').close();
  go({ at: seq });
});
addEventListener('hashchange', apply);
addEventListener('popstate', apply);

set();
list($('tabs'), Object.entries(panels.TABS), ([tab]) => tab, ([tab, words]) => el('button', { role: 'tab', value: tab, onclick: () => go({ tab: tab === 'facts' ? null : tab }, { replaces: true }) }, words));
list($('types'), Object.keys(panels.TYPES), String, (type) => el('option', { value: type }, type === 'events' ? 'all but quiet time' : type));
list($('spans'), Object.entries(SPANS), ([name]) => name, ([name, span]) => el('button', { value: span ?? '', onclick: () => go({ last: span, from: null, to: null }) }, name));
const on = (id, event, act) => $(id).addEventListener(event, act);
on('scrub', 'input', () => go({ at: 'tick:' + $('scrub').value }, { replaces: view.at !== null }));
on('back', 'click', () => step(-1));
on('forth', 'click', () => step(1));
for (const [id, act] of Object.entries({ play, pin, fork: compare.fork, live, help, theme, link: live, key: () => askToken(`You may ${right} now.`) })) on(id, 'click', act);
on('intensity', 'input', () => line());
on('types', 'change', () => go({ types: $('types').value }, { replaces: true }));
on('filter', 'input', panel);
on('with', 'change', () => go({ with: $('with').value || null, tab: $('with').value ? 'beside' : null }));
on('pause', 'click', () => time({ paused: $('pause').value === 'true' }));
on('speed', 'change', () => time({ speed: +$('speed').value }));
on('tick', 'click', () => time({ step: 1 }));
on('find', 'input', lives.seek);
on('order', 'change', lives.seek);
on('scroll', 'scroll', () => requestAnimationFrame(lives.draw));
setInterval(() => !view.life && !document.hidden && loadLives(), 5000);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => apply());
apply();
enter().catch(failed);
