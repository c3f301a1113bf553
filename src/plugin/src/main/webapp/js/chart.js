/** The one chart: lines, steps or bars by ECharts, the numbers in a table beside it, the colours of the theme. */

import {el} from './dom.js';
import {clock, moment, number} from './format.js';
import {t} from './texts.js';
import {plainTable} from './table.js';

/**
 * @typedef {object} Series
 * @property {string} name
 * @property {string} colour name of one of the page's colours, as in `canary`, `stable`, `bad`
 * @property {Array<[any, number | null]>} points moment or category, and value
 * @property {'line' | 'step' | 'bar'} [kind]
 * @property {boolean} [filled]
 *
 * @typedef {object} Chart
 * @property {string} label what it shows, for who cannot see it
 * @property {Series[]} series
 * @property {string[]} [categories] of the horizontal axis, a point of each series for each of them in this order; without, it is time
 * @property {(value: number) => string} [value] writes a value
 * @property {number} [most] upper end of the vertical axis
 * @property {number} [limit] a line that must not be crossed
 * @property {{at: any, value: number, text: string}} [mark] a point that decided something
 * @property {number} [height] in pixels
 * @property {boolean} [stacked]
 * @property {boolean} [whole] whether values are whole numbers
 */

/** @type {Promise<any> | undefined} */
let library;

/** ECharts: from the page, or from where the page says that it lies. Null where it is nowhere. */
function echarts() {
  library ??= new Promise(found => {
    const known = /** @type {any} */ (window).echarts;
    const place = document.querySelector('[data-echarts]')?.getAttribute('data-echarts');
    if (known || !place) {
      found(known || null);
      return;
    }
    const script = el('script', {src: place, async: true, on: {
      load: () => found(/** @type {any} */ (window).echarts || null),
      error: () => found(null),
    }});
    document.head.append(script);
  });
  return library;
}

/**
 * @param {Chart} what
 * @returns {HTMLElement}
 */
export function chart(what) {
  const canvas = el('div', {class: 'pd-canvas', role: 'img', 'aria-label': what.label});
  canvas.style.height = (what.height || 220) + 'px';
  const numbers = el('details', null, el('summary', null, t('chart.numbers')), numbersOf(what));
  draw(canvas, what, numbers);
  const key = what.series.length > 1
    ? el('div', {class: 'pd-key', 'aria-hidden': 'true'}, what.series.map(one => el('span', {class: 'pd-c-' + one.colour}, one.name)))
    : null;
  return el('figure', {class: 'pd-chart'}, canvas, key, numbers);
}

/** @param {HTMLElement} canvas @param {Chart} what @param {HTMLElement} numbers */
async function draw(canvas, what, numbers) {
  const lib = await echarts();
  if (!lib) {
    canvas.hidden = true;
    numbers.setAttribute('open', '');
    return;
  }
  /** @type {any} */
  let instance;
  const paint = () => instance?.setOption(option(what, colours(canvas)), true);
  new ResizeObserver(() => {
    if (!canvas.isConnected) {
      instance?.dispose();
      instance = undefined;
    } else if (canvas.clientWidth > 0) {
      if (instance) instance.resize();
      else instance = lib.init(canvas, null, {renderer: 'canvas'});
      paint();
    }
  }).observe(canvas);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
  new MutationObserver(paint).observe(document.documentElement, {attributes: true, attributeFilter: ['data-theme', 'class']});
}

/** @param {Chart} what */
const numbersOf = what => plainTable(what.label,
  [what.categories ? '' : t('time'), ...what.series.map(one => ({text: one.name, right: true}))], rowsOf(what));

/**
 * The same in numbers: a row for each place on the horizontal axis, a column for each series.
 *
 * @param {Chart} what
 * @returns {string[][]}
 */
export function rowsOf(what) {
  const write = what.value || (value => number(value));
  const cell = (/** @type {[any, number | null] | undefined} */ point) => point && point[1] !== null ? write(point[1]) : '';
  if (what.categories) {
    return what.categories.map((place, i) => [place, ...what.series.map(one => cell(one.points[i]))]);
  }
  const times = [...new Set(what.series.flatMap(one => one.points.map(point => +new Date(point[0]))))].sort((a, b) => a - b);
  return times.map(at => [moment(at) + ' · ' + clock(at), ...what.series.map(one => cell(one.points.find(point => +new Date(point[0]) === at)))]);
}

/** The colours of the page as ECharts knows colours. @param {HTMLElement} canvas */
function colours(canvas) {
  const pixel = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const probe = el('span', null);
  canvas.parentElement?.append(probe);
  /** @type {Record<string, string>} */
  const known = {};
  for (const name of ['text', 'muted', 'line', 'card', 'ok', 'warn', 'bad', 'accent', 'canary', 'stable', 'skip']) {
    probe.style.color = 'var(--pd-' + name + ')';
    if (!pixel) continue;
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = getComputedStyle(probe).color;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
    known[name] = 'rgba(' + [red, green, blue, alpha / 255].join(',') + ')';
  }
  probe.remove();
  return known;
}

/** @param {Chart} what @param {Record<string, string>} colour */
export function option(what, colour) {
  const write = what.value || (value => number(value));
  const small = {color: colour.muted, fontSize: 12, fontFamily: 'system-ui, sans-serif'};
  return {
    animation: false,
    backgroundColor: 'transparent',
    grid: {left: 8, right: 16, top: 26, bottom: 6, containLabel: true},
    textStyle: {fontFamily: 'system-ui, sans-serif'},
    tooltip: {trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: colour.card, borderColor: colour.line,
      textStyle: {color: colour.text, fontSize: 12}, valueFormatter: (/** @type {any} */ value) => Number.isFinite(value) ? write(value) : '–'},
    xAxis: what.categories
      ? {type: 'category', data: what.categories, axisLabel: {...small, hideOverlap: true}, axisLine: {lineStyle: {color: colour.line}}, axisTick: {show: false}}
      : {type: 'time', axisLabel: {...small, hideOverlap: true, formatter: (/** @type {any} */ at) => clock(at).slice(0, 5)}, axisLine: {lineStyle: {color: colour.line}},
        axisTick: {show: false}, splitLine: {show: false}, splitNumber: 4, axisPointer: {label: {formatter: (/** @type {any} */ one) => moment(one.value)}}},
    yAxis: {type: 'value', min: 0, minInterval: what.whole ? 1 : undefined, max: what.most, splitNumber: 4, interval: what.most ? what.most / 4 : undefined, axisLabel: {...small, formatter: write}, splitLine: {lineStyle: {color: colour.line}}},
    series: what.series.map((one, index) => series(what, one, index === 0, colour, write)),
  };
}

/** @param {Chart} what @param {Series} one @param {boolean} first @param {Record<string, string>} colour @param {(value: number) => string} write */
function series(what, one, first, colour, write) {
  const bar = one.kind === 'bar';
  return {
    name: one.name,
    type: bar ? 'bar' : 'line',
    stack: what.stacked ? 'all' : undefined,
    step: one.kind === 'step' ? 'end' : false,
    data: what.categories ? one.points.map(point => point[1]) : forward(one.points),
    color: colour[one.colour],
    barMaxWidth: 28,
    lineStyle: {width: 2.5},
    areaStyle: one.filled ? {opacity: 0.14} : undefined,
    symbol: 'circle',
    symbolSize: one.points.length === 1 ? 8 : 4,
    showSymbol: !one.kind && one.points.length < 40,
    emphasis: {disabled: true},
    markLine: first && Number.isFinite(what.limit) ? {
      silent: true, symbol: 'none', lineStyle: {color: colour.bad, type: 'dashed'},
      label: {position: 'insideEndTop', color: colour.bad, fontSize: 12, formatter: () => t('chart.limit', write(Number(what.limit)))},
      data: [{yAxis: what.limit}],
    } : undefined,
    markPoint: first && what.mark ? {
      silent: true, symbol: 'circle', symbolSize: 11, itemStyle: {color: colour.bad},
      label: {position: 'left', offset: [0, -16], color: colour.bad, fontWeight: 600, fontSize: 12, formatter: () => what.mark?.text},
      data: [{coord: [+new Date(what.mark.at), what.mark.value]}],
    } : undefined,
  };
}

/**
 * Points whose moments never run backwards, as they do when a clock is set back.
 *
 * @param {Array<[any, number | null]>} points
 * @returns {Array<[number, number | null]>}
 */
export function forward(points) {
  let last = -Infinity;
  return points.map(([at, value]) => {
    last = Math.max(last, +new Date(at));
    return [last, value];
  });
}
