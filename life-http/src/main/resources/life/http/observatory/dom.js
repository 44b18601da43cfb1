// Small tools for elements and words.

export const $ = (id) => document.getElementById(id);

/** A new element; properties that begin with 'data-' or 'aria-', and role, become attributes. */
export function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (/^(data-|aria-|role$)/.test(name)) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Writes only what is new, so that nothing is drawn or read aloud twice. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Makes the children of an element fit the items, and keeps those that stay: `key` tells items apart, `make` makes an
 * element for one, `change` brings it up to date.
 */
export function list(parent, items, key, make, change = () => {}) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const name = String(key(item));
    let child = old.get(name);
    if (!child) {
      child = make(item);
      child.dataset.key = name;
    }
    old.delete(name);
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
    change(child, item);
  }
  old.forEach((child) => child.remove());
}

/** Seconds as a person says them: 1d 02:03:04. */
export function age(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n) => String(n).padStart(2, '0');
  const clock = `${two(Math.floor(whole / 3600) % 24)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return whole < 86400 ? clock : `${Math.floor(whole / 86400)}d ${clock}`;
}

/** Seconds of an ISO-8601 duration. */
export function seconds(iso) {
  const [, d = 0, h = 0, m = 0, s = 0] = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(iso) ?? [];
  return +d * 86400 + +h * 3600 + +m * 60 + +s;
}

export const fixed = (value, digits) => (Number.isFinite(value) ? value.toFixed(digits) : '–');

/** Shows something in the one dialog; `chosen` gets the name of the button that closed it. */
export function dialog(title, content, chosen = () => {}) {
  const box = $('dialog');
  say($('title'), title);
  $('content').replaceChildren(content);
  box.onclose = () => box.returnValue && chosen(box.returnValue);
  box.returnValue = '';
  if (!box.open) box.showModal();
}
