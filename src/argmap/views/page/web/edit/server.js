/** What is asked of the server. */

import { answered } from '../talk/server.js';
import { BENCH } from './store.js';

/** What is said where no answer comes. */
const UNANSWERED =
  'The workbench does not answer, so nothing was changed. If it was started again, open the ' +
  'new address that it printed.';

/** @param {string} path @returns {Promise<any>} */
export async function fetched(path) {
  const answer = await fetch(path, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(await answer.text());
  return path === '/answers' ? answer.text() : answer.json();
}

/**
 * Have something done; the answer says what was done, or why not.
 * @param {string} path @param {object} [wish]
 * @returns {Promise<{words?: string, chosen?: ?string, refusal?: string}>}
 */
export function asked(path, wish = {}) {
  return answered(path, { state: BENCH.now?.state, ...wish }, UNANSWERED);
}
