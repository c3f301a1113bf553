import assert from 'node:assert/strict';
import {test} from 'node:test';
import {forward, option, rowsOf} from '../../main/webapp/js/chart.js';
import {local} from '../../main/webapp/js/table.js';

test('a line never runs backwards in time', () => {
  assert.deepEqual(forward([['2026-01-01T00:00:10Z', 5], ['2026-01-01T00:00:05Z', 25]]).map(point => point[1]), [5, 25]);
  const [first, second] = forward([['2026-01-01T00:00:10Z', 5], ['2026-01-01T00:00:05Z', 25]]);
  assert.equal(first[0], second[0]);
});

test('a limit is a line across the chart', () => {
  const made = option({label: 'x', limit: 3, categories: ['a'], series: [{name: 's', colour: 'bad', points: [['a', 1]]}]}, {bad: 'red'});
  assert.deepEqual(made.series[0].markLine.data, [{yAxis: 3}]);
  assert.equal(made.tooltip.renderMode, 'richText');
});

test('the same in numbers has a row for each place, also where two have one name', () => {
  const rows = rowsOf({label: 'x', categories: ['#1', '#1', '#2'], value: String, series: [
    {name: 'good', colour: 'ok', points: [['#1', 10], ['#1', null], ['#2', 30]]},
    {name: 'bad', colour: 'bad', points: [['#1', null], ['#1', 20], ['#2', null]]}]});
  assert.deepEqual(rows, [['#1', '10', ''], ['#1', '', '20'], ['#2', '30', '']]);
});

test('the same in numbers has a row for each time that any line has', () => {
  const rows = rowsOf({label: 'x', value: String, series: [
    {name: 'a', colour: 'ok', points: [['2026-01-01T00:00:10Z', 2], ['2026-01-01T00:00:00Z', 1]]},
    {name: 'b', colour: 'bad', points: [['2026-01-01T00:00:10Z', 3]]}]});
  assert.deepEqual(rows.map(row => row.slice(1)), [['1', ''], ['2', '3']]);
});

test('rows that are here are searched, filtered, ordered and paged like those of the server', () => {
  const columns = [{key: 'name', title: 'Name', value: row => row.name, cell: row => row.name}];
  const rows = ['b', 'a', 'c', 'ab'].map(name => ({name, good: name !== 'c'}));
  const source = local(rows, columns, {good: row => row.good});
  assert.deepEqual(source({sort: 'name', order: 'desc', page: '1', size: '2'}), {rows: [rows[2], rows[0]], total: 4});
  assert.equal(source({q: 'A', page: '1', size: '9'}).total, 2);
  assert.equal(source({good: 'false', page: '1', size: '9'}).total, 1);
});
