/** What a phone asks of the room, and the news that it hears. */

/** How long to wait before the room is asked again whether it is there, in milliseconds. */
const AGAIN = 1500;

const GONE = 'The room cannot be reached. Your answers are kept; this page tries again by itself.';

/**
 * @param {string} path @param {object} [wish]
 * @returns {Promise<{mine?: any, outside?: boolean, refusal?: string}>}
 */
async function answerTo(path, wish) {
  try {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const answer = await fetch(path, wish ? { ...post, body: JSON.stringify(wish) } : {});
    if (answer.ok) {
      const mine = await answer.json();
      return mine === null ? { outside: true } : { mine };
    }
    if (answer.status === 401) return { outside: true };
    return { refusal: await answer.text() };
  } catch {
    return { refusal: GONE };
  }
}

export function own() {
  return answerTo('/own');
}

/** @param {string} code @param {string} name */
export function join(code, name) {
  return answerTo('/join', { code, name });
}

/** @param {RoomClaim} claim @param {RoomOpinion} opinion */
export function say(claim, opinion) {
  return answerTo('/say', { claim: claim.id, words: claim.mark, says: opinion });
}

/** @param {string} name */
export function rename(name) {
  return answerTo('/join', { name });
}

export function follows() {
  return answerTo('/follows');
}

/**
 * Listen to the news; a connection that breaks is made anew.
 * @param {(news: RoomNews) => void} heard @param {(words: string) => void} lost
 * @param {() => void} outside
 */
export function listen(heard, lost, outside) {
  const news = new EventSource('/events');
  news.addEventListener('message', (event) => heard(JSON.parse(event.data)));
  news.addEventListener('error', () => {
    lost(GONE);
    if (news.readyState === EventSource.CONNECTING) return;
    news.close();
    setTimeout(async () => {
      const answer = await own();
      if (answer.outside) outside();
      else listen(heard, lost, outside);
    }, AGAIN);
  });
}
