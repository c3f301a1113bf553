/** What a table shows, as the address of the page says it: so that a colleague who gets the address sees the same. */

/**
 * @typedef {Record<string, string>} State texts by name; what is empty is not in the address
 */

/**
 * @param {string} search as in `?q=x&page=2`
 * @param {string} prefix of the names of this table in the address; empty where it is the only one
 * @param {string[]} names
 * @returns {State}
 */
export function stateOf(search, prefix, names) {
  const parameters = new URLSearchParams(search);
  /** @type {State} */
  const state = {};
  for (const name of names) {
    const value = parameters.get(prefix + name);
    if (value) state[name] = value;
  }
  return state;
}

/**
 * The query of the address with this state in it, everything else as it was.
 *
 * @param {string} search
 * @param {string} prefix
 * @param {string[]} names
 * @param {State} state
 */
export function searchOf(search, prefix, names, state) {
  const parameters = new URLSearchParams(search);
  for (const name of names) {
    if (state[name]) parameters.set(prefix + name, state[name]);
    else parameters.delete(prefix + name);
  }
  const query = parameters.toString();
  return query ? '?' + query : '';
}

/**
 * Writes the state into the address; a page that was opened from a file has none that could be changed.
 *
 * @param {string} prefix
 * @param {string[]} names
 * @param {State} state
 */
export function remember(prefix, names, state) {
  if (location.protocol !== 'file:') {
    history.replaceState(null, '', location.pathname + searchOf(location.search, prefix, names, state) + location.hash);
  }
}

/** Order of two cells: numbers by size, words as people order them, nothing last. @param {any} a @param {any} b */
export function compare(a, b) {
  const none = [a, b].map(value => value === null || value === undefined || value === '');
  if (none[0] || none[1]) return Number(none[0]) - Number(none[1]);
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), undefined, {numeric: true});
}
