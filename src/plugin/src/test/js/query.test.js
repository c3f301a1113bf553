import assert from 'node:assert/strict';
import {test} from 'node:test';
import {compare, searchOf, stateOf} from '../../main/webapp/js/query.js';

test('what the address says comes back from it, everything else as it was', () => {
  const search = searchOf('?tab=x', 'a.', ['q', 'page'], {q: 'ä & b', page: ''});
  assert.deepEqual(stateOf(search, 'a.', ['q', 'page']), {q: 'ä & b'});
  assert.equal(new URLSearchParams(search).get('tab'), 'x');
});

test('two tables of one page do not take each other for themselves', () => {
  assert.deepEqual(stateOf('?a.q=1&b.q=2', 'b.', ['q']), {q: '2'});
});

test('what is empty leaves the address', () => assert.equal(searchOf('?q=1', '', ['q'], {}), ''));

test('numbers are ordered by size, words as people do, nothing last', () => {
  assert.deepEqual([10, 9, null, 1].sort(compare), [1, 9, 10, null]);
  assert.deepEqual(['#10', '', '#9'].sort(compare), ['#9', '#10', '']);
});
