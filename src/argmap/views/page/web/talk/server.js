/** The talk of a page with the server that sent it. */

/** How long to wait before a server is asked again whether it is there, in milliseconds. */
const AGAIN = 1500;

/**
 * The answer to a request, read to its end; null if none comes.
 * @param {string} path @param {RequestInit} [request]
 */
export async function answerTo(path, request) {
  try {
    const answer = await fetch(path, request);
    return { ok: answer.ok, status: answer.status, text: await answer.text() };
  } catch {
    return null;
  }
}

/** A wish as a request. @param {object} wish @returns {RequestInit} */
export function post(wish) {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  };
}

/**
 * What the server answers to a wish, or why it refuses.
 * @param {string} path @param {object} wish @param {string} unanswered what is said without an answer
 */
export async function answered(path, wish, unanswered) {
  const answer = await answerTo(path, post(wish));
  if (!answer) return { refusal: unanswered };
  return answer.ok ? JSON.parse(answer.text) : { refusal: answer.text };
}

/**
 * Listen to the news; a connection that breaks is made anew.
 * @param {string} path @param {(news: any) => void} heard @param {() => void} [lost]
 * @param {() => void} [again] what is done once the server has turned the page away
 */
export function listenTo(path, heard, lost = () => {}, again = () => listenTo(path, heard, lost)) {
  const news = new EventSource(path);
  news.addEventListener('message', (event) => heard(JSON.parse(event.data)));
  news.addEventListener('error', () => {
    lost();
    if (news.readyState === EventSource.CONNECTING) return; // it tries again by itself
    news.close();
    setTimeout(again, AGAIN);
  });
}
