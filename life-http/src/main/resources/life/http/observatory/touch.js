// Touching the being, and what needs a right: time, and the token that gives it.
import { $, dialog, el, list, say } from './dom.js';
import { hasToken, json, send, useToken } from './ask.js';
import { view } from './address.js';
import { failed, life, open } from './being.js';
import { stage } from './course.js';

const SPEEDS = [0.1, 1, 10, 60, 600, 3600, 86400];

/** What this visitor may do: observe, stimulate or operate. */
export let right = 'observe';

/** A button for each kind of stimulus of its world. */
export function touchables() {
  const kinds = [...life.kinds].sort((a, b) => b.weight - a.weight);
  list($('kinds'), kinds, (kind) => life.id + kind.name, ({ name }) => {
    const tone = Math.sign(stage.tone(name));
    const title = tone > 0 ? 'does it good' : tone < 0 ? 'does it harm' : 'does it neither good nor harm';
    return el('button', { value: name, 'data-tone': tone, title, onclick: () => touch(name), onfocus: () => line(name), onmouseenter: () => line(name) }, name);
  });
  line(kinds[0]?.name);
}

/** Nobody can touch the dead. */
export function touchable(alive) {
  for (const button of $('kinds').children) button.disabled = !alive;
  if (!alive) say($('receipt'), 'Nobody can touch the dead.');
}

export function line(kind) {
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

export async function time(change) {
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

export function askToken(words) {
  const field = el('input', { type: 'password', autocomplete: 'off', 'aria-label': 'Token' });
  const hint = el('p', {}, el('code', {}, 'life token'), ' prints it; it stays in this tab.');
  dialog('A token', el('div', { className: 'form' }, el('p', {}, words), hint, field, el('button', { value: 'use', className: 'main' }, 'Use it')), () => {
    useToken(field.value);
    enter().then(() => open(view.life)).catch(failed);
  });
}

/** Finds out what this visitor may do, and how time passes. */
export async function enter() {
  right = (await json('/v1/access')).right;
  $('key').dataset.right = right;
  $('key').title = `You may ${right}${hasToken() ? ', by your token' : ''}`;
  timed(await json('/v1/time').catch(() => ({ speed: 1, paused: true })));
}
