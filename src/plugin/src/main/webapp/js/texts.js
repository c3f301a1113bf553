/** The texts of the pages, in the language of who looks. They come from the server with the page. */

/** @type {Record<string, string>} */
let all = {};
let plurals = new Intl.PluralRules('en');

/**
 * @param {Record<string, string>} texts by key
 * @param {string} language as in `de`
 */
export function useTexts(texts, language) {
  all = texts;
  plurals = new Intl.PluralRules(language);
}

/**
 * @param {string} key
 * @param {...(string | number)} values for `{0}`, `{1}` …
 */
export function t(key, ...values) {
  const text = all[key] ?? key;
  return text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));
}

/**
 * A text that depends on a number: it has a key `….one` and another `….other`, and `{0}` for the number as it is shown.
 *
 * @param {string} key
 * @param {number} count
 * @param {string} shown
 */
export function plural(key, count, shown) {
  return t(key + (plurals.select(count) === 'one' ? '.one' : '.other'), shown);
}

/**
 * The word for a constant of the server, such as `ROLLED_BACK`; itself in small letters where there is none.
 *
 * @param {any} constant
 */
export function word(constant) {
  const name = String(constant ?? '');
  return all['word.' + name] ?? name.toLowerCase().replaceAll('_', ' ');
}

/** @param {any} constant @returns {'ok' | 'warn' | 'bad' | 'muted' | 'live'} how good what it says is */
export function tone(constant) {
  switch (String(constant)) {
    case 'SUCCESS': case 'PASSED': case 'PASS': case 'APPROVED': case 'APPROVE': case 'COMPLETED': case 'SUCCEEDED': case 'ELITE': case 'HIGH_LEVEL':
      return 'ok';
    case 'RUNNING': case 'WAITING': case 'IN_PROGRESS': case 'PAUSED':
      return 'live';
    case 'UNSTABLE': case 'WARNED': case 'INCONCLUSIVE': case 'ERROR': case 'MEDIUM': case 'SUPERSEDED':
      return 'warn';
    case 'SKIPPED': case 'NOT_BUILT': case 'LOW': case 'INFO': case 'NEGLIGIBLE': case 'UNKNOWN': case 'SUPPRESSED': case 'UNCHANGED': case 'OUTSTANDING':
      return 'muted';
    default:
      return 'bad';
  }
}
