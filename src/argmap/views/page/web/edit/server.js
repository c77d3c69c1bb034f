/** What is asked of the server, and its news. */

import { BENCH } from './store.js';

/** How long to wait before the server is asked again whether it is there, in milliseconds. */
const AGAIN = 1500;

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
export async function asked(path, wish = {}) {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state: BENCH.now?.state, ...wish }),
    });
    return answer.ok ? await answer.json() : { refusal: await answer.text() };
  } catch {
    return {
      refusal: UNANSWERED,
    };
  }
}

/**
 * Listen to the news; a connection that breaks is made anew.
 * @param {(news: {state: string, broken: string[]}) => void} heard @param {() => void} lost
 */
export function listen(heard, lost) {
  const news = new EventSource('/events');
  news.addEventListener('message', (event) => heard(JSON.parse(event.data)));
  news.addEventListener('error', () => {
    lost();
    if (news.readyState === EventSource.CONNECTING) return; // it tries again by itself
    news.close();
    setTimeout(() => listen(heard, lost), AGAIN);
  });
}
