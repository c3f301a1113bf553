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
 * Puts other content into a place. Who works there meanwhile keeps the focus, what they have written, and what they have
 * opened, as far as it is there again.
 *
 * @param {Element} place
 * @param {...Child} children
 */
export function fill(place, ...children) {
  const active = document.activeElement;
  const focused = place.contains(active) && active ? active.id : '';
  const selection = active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement && active.type === 'search' ? [active.selectionStart, active.selectionEnd] : null;
  const written = [...place.querySelectorAll('textarea[id]')].map(field => /** @type {[string, string]} */ ([field.id, /** @type {HTMLTextAreaElement} */ (field).value]));
  const opened = new Set(detailsOf(place).filter(([, one]) => one.open).map(([key]) => key));
  place.replaceChildren(...nodes(children));
  for (const [id, text] of written) {
    const field = document.getElementById(id);
    if (field instanceof HTMLTextAreaElement) field.value = text;
  }
  for (const [key, one] of detailsOf(place)) if (opened.has(key)) one.open = true;
  const again = focused ? document.getElementById(focused) : null;
  again?.focus();
  if (selection && (again instanceof HTMLTextAreaElement || again instanceof HTMLInputElement)) again.setSelectionRange(selection[0], selection[1]);
}

/** What can be opened, by what stands on it and how often that stood there before. @param {Element} place @returns {Array<[string, HTMLDetailsElement]>} */
function detailsOf(place) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return [...place.querySelectorAll('details')].map(one => {
    const text = one.querySelector('summary')?.textContent ?? '', before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return [text + ' ' + before, one];
  });
}
