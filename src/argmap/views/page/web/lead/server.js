/** What the leader of a room asks of the server. */

import { answered } from '../talk/server.js';

/** What is said where no answer comes. */
const UNANSWERED =
  'The workbench does not answer. If it was started again, open the new address that it printed; ' +
  'every answer is kept.';

/**
 * @param {string} act @param {object} [wish]
 * @returns {Promise<{paths?: string[], refusal?: string}>}
 */
export function asked(act, wish = {}) {
  return answered(`/room/${act}`, wish, UNANSWERED);
}

/** @returns {Promise<?RoomResults>} null while the answers are hidden */
export async function results() {
  const answer = await fetch('/room/results');
  return answer.ok ? answer.json() : null;
}
