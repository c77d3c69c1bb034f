/** What a phone asks of the room, and the news that it hears. */

import { answerTo, listenTo, post } from '../talk/server.js';

const GONE = 'The room cannot be reached. Your answers are kept; this page tries again by itself.';

/**
 * @param {string} path @param {object} [wish]
 * @returns {Promise<{mine?: any, outside?: boolean, refusal?: string}>}
 */
async function mineFrom(path, wish) {
  const answer = await answerTo(path, wish && post(wish));
  if (!answer) return { refusal: GONE };
  if (answer.status === 401) return { outside: true };
  if (!answer.ok) return { refusal: answer.text };
  const mine = JSON.parse(answer.text);
  return mine === null ? { outside: true } : { mine };
}

export function own() {
  return mineFrom('/own');
}

/** @param {string} code @param {string} name */
export function join(code, name) {
  return mineFrom('/join', { code, name });
}

/** @param {RoomClaim} claim @param {RoomOpinion} opinion */
export function say(claim, opinion) {
  return mineFrom('/say', { claim: claim.id, words: claim.mark, says: opinion });
}

/** @param {string} name */
export function rename(name) {
  return mineFrom('/join', { name });
}

export function follows() {
  return mineFrom('/follows');
}

/**
 * Listen to the news; a connection that breaks is made anew.
 * @param {(news: RoomNews) => void} heard @param {(words: string) => void} lost
 * @param {() => void} outside
 */
export function listen(heard, lost, outside) {
  const again = async () => {
    const answer = await own();
    if (answer.outside) outside();
    else listen(heard, lost, outside);
  };
  listenTo('/events', heard, () => lost(GONE), again);
}
