// Charts of a life: one axis of ticks, minima and maxima per pixel, and what happened drawn on all of them.
import { age, el, fixed } from './dom.js';

const STEPS = [1, 2, 5, 10, 30, 60, 300, 600, 1800, 3600, 7200, 21600, 43200, 86400, 172800, 604800, 2592000, 31536000, 315360000];
let colors = {};

/** Takes the colours of the theme that is shown now. */
export function paint() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ['energy', 'stability', 'integrity', 'drive', 'arousal', 'pressure', 'rate', 'ink', 'quiet', 'line', 'card', 'accent', 'bad', 'night', 'warn'])
    colors[name] = style.getPropertyValue('--' + name).trim();
}

/** The line through a column: of each pixel both its least and its greatest value, in the order in which they came. */
function path(of, name, count, factor) {
  const min = of[name + '.min'], max = of[name + '.max'];
  const line = new Array(2 * count);
  let before = NaN;
  for (let i = 0; i < count; i++) {
    const low = min[i], high = max[i];
    if (Number.isNaN(low)) {
      line[2 * i] = line[2 * i + 1] = null;
      continue;
    }
    const next = i + 1 < count && !Number.isNaN(min[i + 1]) ? min[i + 1] + max[i + 1] : low + high;
    const rises = next >= (Number.isNaN(before) ? low + high : before);
    line[2 * i] = (rises ? low : high) * factor;
    line[2 * i + 1] = (rises ? high : low) * factor;
    before = low + high;
  }
  return line;
}

/** What happened in the window of a chart, and is drawn on each. */
export function marks(chart) {
  const { of, pixels, from, to, kinds, phases } = chart;
  const wide = (to - from) / pixels;
  const found = { stimuli: [], asleep: [], bands: [] };
  let sleep = null, band = null;
  for (let i = 0; i < pixels; i++) {
    const begin = from + i * wide;
    if (of.stimuli[i])
      found.stimuli.push({ tick: of.stimulusTick[i], seq: of.stimulusSeq[i], kind: kinds[of.kind[i] - 1], intensity: of.intensity[i], count: of.stimuli[i] });
    if (of.asleep[i] > 0.5) {
      if (!sleep) found.asleep.push((sleep = [begin, begin]));
      sleep[1] = begin + wide;
    } else sleep = null;
    const phase = phases[of.phase[i]];
    if (phase === 'DEGRADING' || phase === 'DEAD') {
      if (band?.phase !== phase) found.bands.push((band = { phase, from: begin, to: begin }));
      band.to = begin + wide;
    } else band = null;
  }
  return found;
}

/** Ages no longer than they must be to be told apart. */
function times(all) {
  const words = all.map(age);
  const days = all.every((seconds) => seconds % 86400 === 0), minutes = all.every((seconds) => seconds % 60 === 0);
  return words.map((text) => (days ? text.split('d')[0].replace('00:00:00', '0') + 'd' : minutes ? text.slice(0, -3) : text));
}

export class Chart {
  /**
   * @param host element that it fills
   * @param lines {name, column, factor, digits} of each line
   * @param about {title, label, axis, height, range, small, brush} of the chart
   * @param stage what all charts share: {from, to, point, head, parted, marks, observations, notes, tone, tickSeconds}
   * @param told {point(tick), window(from, to), hover(text)}
   */
  constructor(host, lines, about, stage, told) {
    Object.assign(this, { host, lines, about, stage, told });
    host.setAttribute('role', 'img');
    host.setAttribute('aria-label', about.title);
    const line = (one, dash) => ({ stroke: () => colors[one.name], width: 1, dash, points: { show: false }, spanGaps: false });
    const axis = { stroke: () => colors.quiet, grid: { stroke: () => colors.line, width: 1 }, ticks: { show: false }, font: '11px system-ui' };
    const tickSeconds = () => stage.tickSeconds;
    this.plot = new uPlot({
      width: 600, height: about.height, padding: [about.label ? 18 : 4, 8, 0, 0],
      legend: { show: false },
      cursor: { sync: { key: 'life' }, points: { show: false }, y: false, drag: { x: true, y: false, setScale: false } },
      scales: { x: { time: false, range: () => [stage.from, Math.max(stage.to, stage.from + 1)] }, y: { range: about.range } },
      series: [{}, ...lines.map((one) => line(one)), ...lines.map((one) => line(one, [5, 4]))],
      axes: [
        { ...axis, size: about.axis === false ? 6 : 24, space: 90, values: (_, splits) => (about.axis === false ? splits.map(() => '') : times(splits.map((at) => at * tickSeconds()))),
          incrs: () => STEPS.map((s) => Math.max(1, s / tickSeconds())) },
        { ...axis, size: 44, space: about.small ? 40 : 30, show: true, values: (_, splits) => splits.map((v) => (about.small ? '' : +v.toFixed(2))) },
      ],
      hooks: { drawClear: [() => this.below()], draw: [() => this.above(), () => this.move()], setSelect: [() => this.selected()], setCursor: [() => this.hovered()] },
    }, [[], ...lines.flatMap(() => [[], []])], host);
    this.after = this.plot.over.appendChild(el('div', { className: 'after', hidden: true }));
    this.plot.over.addEventListener('click', () => {
      const at = this.plot.posToVal(this.plot.cursor.left, 'x');
      if (!this.wasDragged) told.point(Math.round(Math.min(Math.max(0, at), stage.head)));
      this.wasDragged = false;
    });
    this.plot.over.addEventListener('dblclick', () => told.window(null, null));
  }

  resize() {
    const width = this.host.clientWidth;
    if (width && width !== this.plot.width) this.plot.setSize({ width, height: this.about.height });
  }

  /** Shows a chart, and another life's beside it, over the same pixels. */
  show(chart, beside) {
    this.chart = chart;
    this.beside = beside;
    const wide = (chart.to - chart.from) / chart.pixels;
    const x = new Array(2 * chart.pixels);
    for (let i = 0; i < chart.pixels; i++) {
      x[2 * i] = chart.from + i * wide;
      x[2 * i + 1] = chart.from + (i + 1) * wide;
    }
    const lines = (one) => this.lines.map((line) => (one ? path(one.of, line.column, one.pixels, line.factor) : new Array(x.length).fill(null)));
    this.plot.setData([x, ...lines(chart), ...lines(beside?.pixels === chart.pixels ? beside : null)]);
  }

  redraw() {
    this.plot.redraw(false);
  }

  /** Marks the point and greys what came after it, without drawing the chart anew. */
  move(point = this.point ?? null) {
    this.point = point;
    if (!this.after) return;
    this.after.hidden = point === null;
    this.after.classList.toggle('light', !!this.beside);
    const left = point === null ? 0 : this.plot.valToPos(point, 'x');
    this.after.style.left = `${Math.max(-2, Math.min(left, this.plot.over.clientWidth))}px`;
  }

  selected() {
    const { left, width } = this.plot.select;
    if (width < 4) return;
    this.wasDragged = true;
    const at = (x) => Math.round(this.plot.posToVal(x, 'x'));
    this.plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
    this.told.window(at(left), Math.max(at(left) + 1, at(left + width)));
  }

  hovered() {
    const { idx, left } = this.plot.cursor;
    if (!this.chart || left < 0 || idx === null || idx === undefined) return this.told.hover(this, null);
    const i = Math.min(this.chart.pixels - 1, idx >> 1);
    this.told.hover(this, this.chart.from + (i * (this.chart.to - this.chart.from)) / this.chart.pixels, this.lines.map((line) => {
      const low = this.chart.of[line.column + '.min'][i] * line.factor, high = this.chart.of[line.column + '.max'][i] * line.factor;
      const text = fixed(low, line.digits);
      return `${line.name} ${text === fixed(high, line.digits) ? text : text + '–' + fixed(high, line.digits)}`;
    }).join(' · '));
  }

  get box() {
    return this.plot.bbox;
  }

  x(tick) {
    return this.plot.valToPos(tick, 'x', true);
  }

  /** A strip between two ticks, as far as it can be seen; at least a pixel wide. */
  strip(from, to, color, top = 0, share = 1) {
    const { left, width } = this.box;
    const a = Math.max(left, this.x(from)), b = Math.min(left + width, Math.max(this.x(to), this.x(from) + 2));
    if (b <= a) return;
    const { ctx } = this.plot;
    ctx.fillStyle = color;
    ctx.fillRect(a, this.box.top + top * this.box.height, b - a, share * this.box.height);
  }

  rule(tick, color, dash, width = 1) {
    const at = this.x(tick), { left, top, height } = this.box;
    if (at < left - 1 || at > left + this.box.width + 1) return false;
    const { ctx } = this.plot;
    ctx.strokeStyle = color;
    ctx.lineWidth = width * devicePixelRatio;
    ctx.setLineDash(dash.map((n) => n * devicePixelRatio));
    ctx.beginPath();
    ctx.moveTo(at, top);
    ctx.lineTo(at, top + height);
    ctx.stroke();
    ctx.setLineDash([]);
    return true;
  }

  below() {
    const { stage, plot } = this;
    if (!stage.marks) return;
    plot.ctx.save();
    for (const [from, to] of stage.marks.asleep) this.strip(from, to, colors.night);
    for (const one of stage.observations) this.strip(one.from, one.to, colors.bad + '30');
    for (const band of stage.marks.bands) this.strip(band.from, band.to, band.phase === 'DEAD' ? colors.quiet : colors.warn, 0.97, 0.03);
    plot.ctx.restore();
  }

  above() {
    const { stage, plot, about } = this;
    if (!stage.marks) return;
    const { ctx } = plot, ratio = devicePixelRatio;
    ctx.save();
    const shown = stage.marks.stimuli.filter((one) => one.tick >= stage.from && one.tick <= stage.to);
    const most = about.small ? 0 : this.box.width / ratio / 14;
    const strong = shown.length <= most ? shown : [...shown].sort((a, b) => b.intensity - a.intensity).slice(0, most);
    const top = this.box.top, bottom = top + this.box.height;
    ctx.font = `${11 * ratio}px system-ui`;
    ctx.textAlign = 'center';
    for (const one of strong) this.rule(one.tick, colors.quiet + '70', [2, 3]);
    if (about.label) {
      let free = -Infinity;
      for (const one of strong.sort((a, b) => a.tick - b.tick)) {
        const at = this.x(one.tick), tone = stage.tone(one.kind);
        ctx.fillStyle = tone > 0 ? colors.integrity : tone < 0 ? colors.bad : colors.quiet;
        const words = strong.length <= 12 ? `${one.kind}${one.count > 1 ? ' +' + (one.count - 1) : ''}` : tone > 0 ? '▲' : tone < 0 ? '▼' : '•';
        const half = ctx.measureText(words).width / 2;
        const clear = words.length === 1 || at - half > free;
        ctx.fillText(clear ? words : '•', Math.min(Math.max(at, this.box.left + half), this.box.left + this.box.width - half), top - 5 * ratio);
        if (clear) free = at + half + 6 * ratio;
      }
    }
    ctx.fillStyle = colors.bad;
    for (const one of stage.observations) this.glyph('▲', one.from, bottom - 2 * ratio);
    ctx.fillStyle = colors.accent;
    for (const note of stage.notes) this.glyph('⚑', note.tick, top + 12 * ratio);
    if (stage.parted !== null && this.rule(stage.parted, colors.warn, [6, 3], 1.5) && about.label) {
      ctx.fillStyle = colors.warn;
      ctx.fillText('parted', this.x(stage.parted), top + 12 * ratio);
    }
    if (about.small && about.brush()) {
      const [from, to] = about.brush();
      ctx.strokeStyle = colors.accent;
      ctx.lineWidth = ratio;
      ctx.strokeRect(this.x(from), top, Math.max(3 * ratio, this.x(to) - this.x(from)), this.box.height);
    }
    ctx.restore();
  }

  glyph(text, tick, y) {
    const at = this.x(tick);
    if (at >= this.box.left && at <= this.box.left + this.box.width) this.plot.ctx.fillText(text, at, y);
  }
}
