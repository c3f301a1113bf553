import assert from 'node:assert/strict';
import {test} from 'node:test';
import {plural, t, tone, useTexts, word} from '../../main/webapp/js/texts.js';

useTexts({'greet': 'Hello {0}, {1}', 'row.one': '{0} row', 'row.other': '{0} rows', 'word.ROLLED_BACK': 'rolled back'}, 'en');

test('placeholders are filled, also with what looks like one', () => {
  assert.equal(t('greet', '{1}', 'b'), 'Hello {1}, b');
});

test('a text that is not there is its key', () => assert.equal(t('no.such'), 'no.such'));

test('the plural is that of the language', () => {
  assert.equal(plural('row', 1, '1'), '1 row');
  assert.equal(plural('row', 0, '0'), '0 rows');
});

test('a constant without a word is said in small letters', () => {
  assert.equal(word('ROLLED_BACK'), 'rolled back');
  assert.equal(word('SOMETHING_NEW'), 'something new');
  assert.equal(word(null), '');
});

test('what nobody has thought of counts as bad', () => {
  assert.equal(tone('SUCCEEDED'), 'ok');
  assert.equal(tone('EXPLODED'), 'bad');
});
