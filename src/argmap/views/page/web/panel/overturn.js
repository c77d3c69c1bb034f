/** The panel's question for the opinions that would overturn a claim. */

import { bearingClasses, overturns } from '../engine/basis.js';
import { numberOf } from '../engine/model.js';
import { CLAIMS, inOrder, shownFor } from '../state/data.js';
import { hasStance, labelling, take } from '../state/standing.js';
import { element } from '../words/dom.js';
import { counted, say } from '../words/sentences.js';
import { nameOf } from '../words/telling.js';

/** How long the page may be busy at a stretch, in milliseconds. */
const SLICE = 40;

/** The question which decisions would change a claim, with its answer once it is asked. @param {Claim} claim */
export function overturning(claim) {
  const question =
    claim.label === 'in' ? 'How could this be overturned?' : 'How could this be made to stand?';
  const button = element('button', 'button', question);
  button.setAttribute('type', 'button');
  const answer = element('div', '');
  answer.setAttribute('role', 'status');
  answer.tabIndex = -1; // takes the focus of the button that it replaces
  button.addEventListener('click', async () => {
    const isInHand = document.activeElement === button;
    button.setAttribute('disabled', '');
    answer.replaceChildren(element('p', 'quiet', 'Trying every claim that bears on it …'));
    answer.replaceChildren(...(await overturnTold(claim)));
    button.remove();
    if (isInHand && answer.isConnected) answer.focus();
  });
  return element('div', 'overturn', button, answer);
}

/** Try every single opinion, and tell which ones change the claim. @param {Claim} claim */
async function overturnTold(claim) {
  const now = labelling();
  const decided = new Set([...now.rejected, ...now.accepted]);
  const isFree = (/** @type {string} */ id) => !decided.has(numberOf(now.model, id));
  const ids = inOrder(
    bearingClasses(now.model, claim.id)
      .filter(isFree)
      .map((id) => shownFor(id)),
  );
  const opinions = await overturningAmong(ids, claim, now);
  const stands = claim.label === 'in';
  const mine = hasStance() ? ', beside your stance' : '';
  const others = counted(ids.length, 'other claim');
  const tried =
    `Tried: rejecting and accepting each of the ${others} that bear on it,` +
    ` one at a time${mine}.`;
  if (!opinions.length) {
    const command = element('code', '', `argmap overturn ${claim.id}`);
    const more = ids.length > 1 ? [' Two or more together: ', command] : [];
    const words = `No other single claim changes that it ${stands ? 'stands' : 'does not stand'}.`;
    return [element('p', '', words), element('p', 'quiet', tried, ...more)];
  }
  const head = say(stands ? 'overturn.lost' : 'overturn.won', { count: opinions.length });
  return [
    element('p', '', ...head),
    element('ul', 'sets plain', ...opinions.map(opinionRow)),
    element('p', 'quiet', tried),
  ];
}

/** @typedef {{id: string, accepts: boolean}} Opinion */

/**
 * The single opinions that change a claim, sought in slices so that the page stays alive.
 * @param {string[]} ids @param {Claim} claim @param {Labelling} now
 * @returns {Promise<Opinion[]>}
 */
async function overturningAmong(ids, claim, now) {
  const opinions = [];
  let pause = performance.now();
  for (const id of ids) {
    for (const accepts of [false, true]) {
      if (overturns(now, claim.id, id, accepts)) opinions.push({ id, accepts });
    }
    if (performance.now() - pause > SLICE) {
      await new Promise((go) => setTimeout(go));
      pause = performance.now();
    }
  }
  return opinions;
}

/** An opinion with the button that takes it. @param {Opinion} opinion */
function opinionRow({ id, accepts }) {
  const number = element('span', 'unseen', ` ${CLAIMS.get(id)?.number}`);
  const go = element('button', 'button small', accepts ? 'Accept' : 'Reject', number);
  go.setAttribute('type', 'button');
  go.addEventListener('click', () => take(id, accepts ? 'accept' : 'reject'));
  return element('li', '', go, ' ', ...nameOf(id));
}
