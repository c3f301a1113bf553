/**
 * Elements out of data. Every word of the data becomes a text node: nothing in it is ever parsed as HTML.
 *
 * @typedef {Node | string | number | null | undefined | false | Array<any>} Child what may stand inside an element
 * @typedef {Record<string, any> | null} Attributes values; null, undefined and false leave one out; `on` has listeners
 */

/**
 * @param {string} name of the element
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === 'on') {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }
  element.append(...nodes(children));
  return element;
}

/** @param {Child[]} children @returns {Array<Node | string>} */
export function nodes(children) {
  return children.flat(Infinity)
    .filter(child => child !== null && child !== undefined && child !== false)
    .map(child => child instanceof Node ? child : String(child));
}

/**
 * A link, or only its text where the address is none that a page may lead to.
 *
 * @param {string | null | undefined} href
 * @param {...Child} children
 */
export function link(href, ...children) {
  return isSafe(href) ? el('a', {href}, ...children) : el('span', null, ...children);
}

/**
 * Whether an address stays on this site or is one of the web: no script, no data.
 *
 * @param {string | null | undefined} href
 */
export function isSafe(href) {
  if (!href) return false;
  try {
    return ['http:', 'https:', 'file:'].includes(new URL(href, 'https://here.invalid/').protocol);
  } catch {
    return false;
  }
}

/** @param {any} value @returns {any[]} */
export const list = value => Array.isArray(value) ? value : [];

/**
 * Puts other content into a place without losing the focus, if what has it is there again.
 *
 * @param {Element} place
 * @param {...Child} children
 */
export function fill(place, ...children) {
  const focused = place.contains(document.activeElement) && document.activeElement ? document.activeElement.id : '';
  place.replaceChildren(...nodes(children));
  const again = focused ? document.getElementById(focused) : null;
  again?.focus();
  if (again instanceof HTMLInputElement && again.type === 'search') again.setSelectionRange(again.value.length, again.value.length);
}
