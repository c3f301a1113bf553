/**
 * Asks again and again what has changed: with the tag of the last answer, slower while nothing happens, not at all while
 * nobody looks, and never again once everything is said.
 *
 * @typedef {object} Polling
 * @property {string} url of a JSON document
 * @property {(data: any) => boolean | void} onData takes a new document, with the server's time as `now`; true means that nothing more will come
 * @property {(problem: string) => void} [onProblem] hears why the last question was not answered; empty once one was
 * @property {number} [every] milliseconds at first
 * @property {number} [slowest] milliseconds at most
 * @property {Surroundings} [surroundings] what a browser has
 *
 * @typedef {object} Surroundings
 * @property {(url: string, options: any) => Promise<any>} fetch
 * @property {(callback: () => void, millis: number) => any} later
 * @property {(timer: any) => void} never
 * @property {() => boolean} hidden
 * @property {(listener: () => void) => void} onVisibility
 */

const SLOWER = 1.5;

/** @returns {Surroundings} */
function browser() {
  return {
    fetch: (url, options) => fetch(url, options),
    later: (callback, millis) => setTimeout(callback, millis),
    never: timer => clearTimeout(timer),
    hidden: () => document.hidden,
    onVisibility: listener => document.addEventListener('visibilitychange', listener),
  };
}

/**
 * Starts; the first question is asked at once.
 *
 * @param {Polling} polling
 * @returns {{stop: () => void, now: () => Promise<void>}}
 */
export function poll({url, onData, onProblem = () => {}, every = 2_000, slowest = 30_000, surroundings = browser()}) {
  let pause = every, tag = '', finished = false, gone = false;
  /** @type {any} */
  let timer = null;
  /** @type {Promise<void> | null} */
  let asking = null;

  const ask = () => asking ??= turn().finally(() => {
    asking = null;
  });

  async function turn() {
    if (gone) return;
    surroundings.never(timer);
    timer = null;
    try {
      await answer(await surroundings.fetch(url, {headers: tag ? {'If-None-Match': tag} : {}, credentials: 'same-origin'}));
      onProblem('');
    } catch (problem) {
      pause = Math.min(slowest, pause * SLOWER * SLOWER);
      onProblem(problem instanceof Error ? problem.message : String(problem));
    }
    if (!finished && !gone && !surroundings.hidden()) timer = surroundings.later(ask, pause);
  }

  /** @param {any} response */
  async function answer(response) {
    if (response.status === 304) {
      pause = Math.min(slowest, pause * SLOWER);
      return;
    }
    if (!response.ok) {
      if ([401, 403, 404].includes(response.status)) gone = true;
      throw new Error(String(response.status));
    }
    tag = response.headers.get('ETag') || '';
    pause = every;
    const data = await response.json();
    const now = response.headers.get('Date');
    finished = Boolean(onData({now: now ? new Date(now).toISOString() : new Date().toISOString(), ...data}));
  }

  surroundings.onVisibility(() => {
    if (!surroundings.hidden() && timer === null && !finished) {
      pause = every;
      ask();
    }
  });
  ask();
  return {
    stop() {
      gone = true;
      surroundings.never(timer);
    },
    /** Asks after whatever is asked just now, also where nothing more was expected: somebody has changed something. */
    async now() {
      pause = every;
      await asking;
      await ask();
    },
  };
}
