
function weightChart(transitions, start, end) {
  const left = 44, right = 710, top = 16, bottom = 270;
  const from = +new Date(start), span = Math.max(1, +new Date(end) - from);
  const x = at => left + (right - left) * Math.min(1, Math.max(0, (+new Date(at) - from) / span));
  const y = weight => bottom - (bottom - top) * weight / 100;
  const chart = svg('svg', {viewBox: '0 0 720 300', role: 'img', 'aria-label': 'Share of traffic on the new version over time'});
  for (const weight of [0, 25, 50, 75, 100]) {
    chart.append(svg('line', {class: 'grid-line', x1: left, x2: right, y1: y(weight), y2: y(weight)}),
      svg('text', {x: left - 8, y: y(weight) + 4, 'text-anchor': 'end'}, weight + ' %'));
  }
  const points = [[left, y(0)]];
  let last = 0;
  for (const step of transitions) {
    if (step.weight === last) continue;
    points.push([x(step.at), y(last)], [x(step.at), y(step.weight)]);
    last = step.weight;
  }
  points.push([right, y(last)]);
  const path = points.map(point => point.map(value => value.toFixed(1)).join(' ')).join(' L');
  chart.append(svg('path', {class: 'area', d: 'M' + path + ' L' + right + ' ' + bottom + ' L' + left + ' ' + bottom + ' Z'}),
    svg('path', {class: 'canary', d: 'M' + path}));
  marks(chart, transitions, x, y, bottom);
  return chart;
}

function marks(chart, transitions, x, y, bottom) {
  let last = 0, free = 0;
  for (const step of transitions) {
    const at = x(step.at);
    if (step.to === 'RESTORE' || step.to === 'ROLLED_BACK' && last > 0) {
      chart.append(svg('circle', {class: 'point-bad', cx: at, cy: y(last), r: 5}),
        svg('text', {class: 'label-bad', x: Math.min(Math.max(at, 110), 640), y: Math.max(12, y(last) - 10), 'text-anchor': 'middle'}, 'back to stable'));
    }
    if (step.weight !== last && at >= free && at < 660) {
      chart.append(svg('text', {x: at, y: bottom + 20}, clock(step.at).slice(0, 5) + ' · ' + step.weight + ' %'));
      free = at + 86;
    }
    last = step.weight;
  }
}

function metricChart(name, looks, limit) {
  const left = 56, right = 512, top = 24, bottom = 150;
  const values = looks.flatMap(look => [look.canary, look.stable]).filter(Number.isFinite);
  const most = Math.max(...values, Number.isFinite(limit) ? limit : 0) || 1;
  const x = i => looks.length < 2 ? (left + right) / 2 : left + (right - left) * i / (looks.length - 1);
  const y = value => bottom - (bottom - top) * value / most;
  const chart = svg('svg', {viewBox: '0 0 520 170', role: 'img', 'aria-label': name + ' of the new version and of stable, at each look'},
    svg('line', {class: 'grid-line', x1: left, x2: right, y1: bottom, y2: bottom}),
    svg('text', {x: left - 6, y: bottom + 4, 'text-anchor': 'end'}, '0'));
  if (bottom - y(Math.max(0, ...values)) > 14) chart.append(svg('text', {x: left - 6, y: y(Math.max(...values)) + 4, 'text-anchor': 'end'}, figure(name, Math.max(...values))));
  if (Number.isFinite(limit)) {
    chart.append(svg('line', {class: 'limit', x1: left, x2: right, y1: y(limit), y2: y(limit)}),
      svg('text', {class: 'label-bad', x: right, y: y(limit) - 6, 'text-anchor': 'end'}, 'limit ' + figure(name, limit)));
  }
  for (const who of ['stable', 'canary']) line(chart, who, looks, x, y);
  return chart;
}

function line(chart, who, looks, x, y) {
  const points = looks.map((look, i) => [x(i), look[who], look.outcome]).filter(point => Number.isFinite(point[1]));
  chart.append(svg('polyline', {class: who, points: points.map(([at, value]) => at.toFixed(1) + ',' + y(value).toFixed(1)).join(' ')}));
  for (const [at, value, outcome] of points) {
    const bad = who === 'canary' && outcome === 'FAIL';
    if (bad || points.length === 1) {
      chart.append(svg('circle', {class: bad ? 'point-bad' : 'point-' + who, cx: at, cy: y(value), r: 4}));
    }
  }
}

function figure(metric, value) {
  if (!Number.isFinite(value)) return '–';
  if (/rate|ratio/.test(metric) && !/request-rate/.test(metric)) return number(value * 100) + ' %';
  if (/latency|duration/.test(metric)) return value < 1 ? Math.round(value * 1000) + ' ms' : value.toFixed(2) + ' s';
  return number(value);
}

function trafficChart(traffic) {
  const slices = list(traffic.timeline);
  const left = 44, right = 710, top = 12, bottom = 130;
  const most = Math.max(1, ...slices.map(slice => Object.values(slice.requests).reduce((a, b) => a + b, 0)));
  const width = (right - left) / Math.max(1, slices.length);
  const chart = svg('svg', {viewBox: '0 0 720 156', role: 'img', 'aria-label': 'Requests answered by each version over time'},
    svg('line', {class: 'grid-line', x1: left, x2: right, y1: bottom, y2: bottom}),
    svg('text', {x: left - 8, y: top + 6, 'text-anchor': 'end'}, number(most)),
    svg('text', {x: left - 8, y: bottom + 4, 'text-anchor': 'end'}, '0'));
  slices.forEach((slice, i) => {
    let base = bottom;
    list(traffic.versions).forEach((version, order) => {
      const height = (bottom - top) * (slice.requests[version.version] || 0) / most;
      base -= height;
      chart.append(svg('rect', {class: order === 0 ? 'point-stable' : 'point-canary', x: (left + i * width).toFixed(2),
        width: Math.max(0.5, width - 0.5).toFixed(2), y: base.toFixed(2), height: height.toFixed(2)}));
    });
  });
  if (slices.length) {
    chart.append(svg('text', {x: left, y: bottom + 18}, clock(slices[0].at)),
      svg('text', {x: right, y: bottom + 18, 'text-anchor': 'end'}, clock(slices[slices.length - 1].at)));
  }
  return chart;
}
