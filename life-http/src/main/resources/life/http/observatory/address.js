// The address is the state of the page: #/ada?at=tick:600&from=0&to=9000&with=eve&tab=notes&theme=dark

const NUMBERS = ['from', 'to', 'last'];
const WORDS = ['at', 'with', 'tab', 'types', 'theme'];

export function read() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const asked = new URLSearchParams(query);
  const view = { life: decodeURIComponent(path) };
  for (const name of NUMBERS) {
    const number = asked.has(name) ? Math.floor(Number(asked.get(name))) : NaN;
    view[name] = number >= 0 ? number : null;
  }
  for (const name of WORDS) view[name] = asked.get(name) || null;
  return view;
}

export function write(view) {
  const asked = [...NUMBERS, ...WORDS]
    .filter((name) => view[name] !== null && view[name] !== undefined)
    .map((name) => `${name}=${encodeURIComponent(view[name]).replaceAll('%3A', ':')}`);
  return '#/' + encodeURIComponent(view.life) + (asked.length ? '?' + asked.join('&') : '');
}
