/** What the leader of a room asks of the server, and the news of the room. */

/** How long to wait before the server is asked again whether it is there, in milliseconds. */
const AGAIN = 1500;

/**
 * @param {string} act @param {object} [wish]
 * @returns {Promise<{paths?: string[], refusal?: string}>}
 */
export async function asked(act, wish = {}) {
  try {
    const answer = await fetch(`/room/${act}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
    });
    return answer.ok ? await answer.json() : { refusal: await answer.text() };
  } catch {
    return {
      refusal: 'The workbench has ended. Start `argmap serve --room` again; every answer is kept.',
    };
  }
}

/** @returns {Promise<?RoomResults>} null while the answers are hidden */
export async function results() {
  const answer = await fetch('/room/results');
  return answer.ok ? answer.json() : null;
}

/** @param {(led: RoomLed) => void} heard */
export function listen(heard) {
  const news = new EventSource('/room/events');
  news.addEventListener('message', (event) => heard(JSON.parse(event.data)));
  news.addEventListener('error', () => {
    if (news.readyState === EventSource.CONNECTING) return;
    news.close();
    setTimeout(() => listen(heard), AGAIN);
  });
}
