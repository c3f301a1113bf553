/** The report of a rehearsal: the same reports as on Jenkins, and beside them what only a rehearsal knows. */

import {chart} from '../../../../plugin/src/main/webapp/js/chart.js';
import {el, list} from '../../../../plugin/src/main/webapp/js/dom.js';
import {between, clock, duration, number, time, useFormats} from '../../../../plugin/src/main/webapp/js/format.js';
import {card, coloured, facts, grid, verdict} from '../../../../plugin/src/main/webapp/js/parts.js';
import {reportOf, titleOf} from '../../../../plugin/src/main/webapp/js/report.js';
import {isRollout} from '../../../../plugin/src/main/webapp/js/rollout.js';
import {plainTable} from '../../../../plugin/src/main/webapp/js/table.js';
import {tone, useTexts, word} from '../../../../plugin/src/main/webapp/js/texts.js';
import {flow} from '../../../../plugin/src/main/webapp/js/timeline.js';

/** @typedef {import('../../../../plugin/src/main/webapp/js/dom.js').Child} Child */

/** @param {any} data result.json */
function header(data) {
  const {pipeline, times} = data;
  const about = [pipeline.scenario && 'scenario ' + pipeline.scenario, 'started by ' + pipeline.startedBy,
    ...Object.entries(pipeline.parameters).map(([name, value]) => name + ' ' + value),
    'took ' + duration(times.realMillis) + ', played ' + duration(times.virtualMillis)];
  return el('header', null, el('h1', null, 'Rehearsal of ' + pipeline.name), el('p', {class: 'pd-muted-text'}, about.filter(Boolean).join(' · ')),
    pipeline.description ? el('p', {class: 'pd-muted-text'}, pipeline.description) : null);
}

/** @param {any} data */
function stations(data) {
  return flow('Stages', list(data.stages).filter(stage => !stage.parentId).map(stage => ({name: stage.name.replace(/^Declarative: /, ''), state: stage.state,
    detail: stage.state === 'SUCCESS' ? duration(stage.realMillis) : word(stage.state)})));
}

/** @param {any} data */
function ending(data) {
  const served = list(data.traffic).find(one => one.versions.length > 1) || list(data.traffic)[0];
  const newest = served && served.versions[served.versions.length - 1];
  return verdict({
    id: 'verdict', tone: tone(data.result), tag: data.verdict.tag,
    words: [el('p', null, el('b', null, data.verdict.headline), ' ', data.verdict.detail), data.expectation && el('p', {class: data.expectation.met ? 'pd-ok' : 'pd-bad'},
      data.expectation.met ? 'This is what the scenario expects.' : 'This is not what the scenario expects: ' + data.expectation.lines.join(' '))],
    figures: newest ? [el('div', null, served.versions.length > 1 ? 'served by ' + newest.version : 'requests served'), el('b', null, number(newest.requests)),
      ' of ' + number(served.requests) + ' requests', el('div', {class: served.lost ? 'pd-bad' : null}, served.lost ? number(served.lost) + ' lost' : 'none lost')] : undefined,
  });
}

/** @param {any} data */
function problem(data) {
  return data.error ? card('', null, el('h2', {class: 'pd-first'}, 'What ended the run'), data.verdict.headline.startsWith(data.error.message) ? null : el('p', null, data.error.message),
    facts([['Where', data.error.place && el('code', null, data.error.place)], ['What to do', data.error.remedy]])) : null;
}

/** @param {any} report */
const section = report => el('section', {'aria-label': titleOf(report)}, el('h2', null, titleOf(report) + ' ', coloured(report.verdict)), reportOf(report));

/** @param {any} data */
function traffic(data) {
  return list(data.traffic).filter(one => one.requests > 0).map(one => el('section', {'aria-label': 'Traffic'}, el('h2', null, 'Traffic of ' + one.application + ' in ' + one.environment),
    el('p', null, number(one.requests) + ' real requests, ', one.lost ? el('b', {class: 'pd-bad'}, number(one.lost) + ' lost.') : 'none lost.'),
    grid(card('wide', 'Requests by version', requests(one)), card('narrow', 'What users met',
      plainTable('Requests by version', ['version', {text: 'requests', right: true}, {text: 'errors', right: true}], list(one.versions).map(version =>
        [version.version, number(version.requests), el('span', {class: version.errors ? 'pd-bad' : null}, number(version.errors))])),
      one.lostReasons.length ? el('p', {class: 'pd-bad'}, 'Lost: ' + one.lostReasons.join('; ')) : null))));
}

/** @param {any} one */
function requests(one) {
  const colours = ['stable', 'canary', 'ok', 'warn'];
  return chart({label: 'Requests answered by each version over time', stacked: true, height: 200, value: value => number(value, 0),
    series: list(one.versions).map((version, i) => ({name: version.version, colour: colours[i % colours.length], kind: 'bar', points: list(one.timeline).map(slice => [slice.at, slice.requests[version.version] || 0])}))});
}

/** @param {any} data */
function steps(data) {
  const names = Object.fromEntries(list(data.stages).map(stage => [stage.id, stage.name]));
  return el('section', {'aria-label': 'Steps'}, el('h2', null, 'Stages and steps'), card('', null,
    plainTable('Steps', ['stage', 'step', 'arguments', {text: 'took', right: true}, {text: 'played', right: true}, 'result'], list(data.steps).map(step => [
      names[step.stageId] || '', el('code', null, step.function), step.summary, duration(step.realMillis), duration(between(step.startedAt, step.endedAt)),
      step.error ? el('span', {class: 'pd-bad'}, step.error) : el('span', {class: 'pd-ok'}, 'ok')]))));
}

/** @param {any} data */
function simulated(data) {
  return el('section', {'aria-label': 'What was simulated'}, el('h2', null, 'What was simulated, and how'), card('', null,
    data.simulated.length ? el('ul', {class: 'pd-list'}, list(data.simulated).map(one => el('li', null, one))) : el('p', null, 'Nothing.'),
    el('p', {class: 'pd-muted-text'}, data.stubbed.length ? 'Steps that did nothing: ' + data.stubbed.join(', ') + '.' : 'No step was a stub.')));
}

/** @param {any} data */
function log(data) {
  const output = el('pre', {class: 'pd-pre', tabindex: '0', role: 'region', 'aria-label': 'Log'}), count = el('span', {class: 'pd-muted-text', role: 'status'});
  const search = /** @type {HTMLInputElement} */ (el('input', {type: 'search', class: 'pd-input', placeholder: 'Filter', 'aria-label': 'Show only lines with this text'}));
  const stage = /** @type {HTMLSelectElement} */ (el('select', {class: 'pd-input', 'aria-label': 'Show only this stage'}, el('option', {value: ''}, 'All stages'),
    list(data.stages).map(one => el('option', {value: one.id}, one.name))));
  const show = () => {
    const wanted = search.value.toLowerCase();
    const lines = list(data.log).filter(line => (!stage.value || line.stageId === stage.value) && line.text.toLowerCase().includes(wanted));
    output.textContent = lines.map(line => line.text).join('\n');
    count.textContent = number(lines.length) + (lines.length === 1 ? ' line' : ' lines');
  };
  search.addEventListener('input', show);
  stage.addEventListener('change', show);
  show();
  return el('section', {'aria-label': 'Log'}, el('h2', null, 'Log'), card('', null, el('div', {class: 'pd-tools'}, search, stage, count), output));
}

/** @param {any} data */
function draw(data) {
  const rollouts = list(data.reports).filter(isRollout).reverse().map(section), others = list(data.reports).filter(report => !isRollout(report)).map(section);
  /** @type {Child[]} */
  const parts = [header(data), stations(data), ending(data), problem(data), rollouts[0], traffic(data), rollouts.slice(1), others, steps(data), simulated(data), log(data),
    el('footer', {class: 'pd-footer pd-muted-text'}, 'Times on the clock are virtual and in UTC. The same data: result.json, junit.xml. Ended at ', time(data.times.endedAt, clock), '.')];
  document.getElementById('report')?.append(.../** @type {Node[]} */ (parts.flat(2).filter(Boolean)));
}

useTexts(JSON.parse(document.getElementById('texts')?.textContent || '{}'), 'en');
useFormats('en-GB', 'UTC');
draw(JSON.parse(document.getElementById('data')?.textContent || '{}'));
