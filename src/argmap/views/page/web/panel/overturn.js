/** The panel's section on the opinions that would overturn a claim. */

import { bearingClasses, overturns } from '../engine/basis.js';
import { numberOf } from '../engine/model.js';
import { CLAIMS } from '../state/data.js';
import { hasStance, labelling, take } from '../state/standing.js';
import { element, part } from '../words/elements.js';
import { counted, nameOf } from '../words/telling.js';

/** @param {Claim} claim */
export function overturning(claim) {
  const button = element('button', 'button', 'How could this be overturned?');
  button.setAttribute('type', 'button');
  const answer = element('div', '');
  answer.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    button.setAttribute('disabled', '');
    answer.replaceChildren(element('p', 'quiet', 'Trying every claim that bears on it …'));
    answer.replaceChildren(...await overturnTold(claim));
    button.remove();
  });
  return part(claim.label === 'in' ? 'To overturn it' : 'To make it stand', button, answer);
}

/** Try every single opinion, in slices so that the page stays alive. @param {Claim} claim */
async function overturnTold(claim) {
  const now = labelling();
  const held = new Set([...now.rejected, ...now.accepted]);
  const ids = bearingClasses(now.model, claim.id).filter((id) => !held.has(numberOf(now.model, id)));
  const found = [];
  let pause = performance.now();
  for (const id of ids) {
    for (const accepts of [false, true]) if (overturns(now, claim.id, id, accepts)) found.push({ id, accepts });
    if (performance.now() - pause > 40) {
      await new Promise((go) => { setTimeout(go); });
      pause = performance.now();
    }
  }
  const stands = claim.label === 'in';
  const mine = hasStance() ? ', beside your stance' : '';
  const tried = `Tried: rejecting and accepting each of the ${counted(ids.length, 'other claim')} that bear on it, one at a time${mine}.`;
  if (!found.length) {
    const more = ids.length > 1 ? [' Two or more together: ', element('code', '', `argmap overturn ${claim.id}`)] : [];
    return [element('p', '', `No other single claim changes that it ${stands ? 'stands' : 'does not stand'}.`), element('p', 'quiet', tried, ...more)];
  }
  const rows = found.map(({ id, accepts }) => {
    const verb = accepts ? 'Accept' : 'Reject';
    const go = element('button', 'button small', verb, element('span', 'unseen', ` ${CLAIMS.get(id)?.number}`));
    go.setAttribute('type', 'button');
    go.addEventListener('click', () => take(id, accepts ? 'accept' : 'reject'));
    return element('li', '', go, ' ', ...nameOf(id));
  });
  const head = `It ${stands ? 'no longer stands' : 'stands'} if you do ${found.length > 1 ? 'any one of these' : 'this'}:`;
  return [element('p', '', head), element('ul', 'sets plain', ...rows), element('p', 'quiet', tried)];
}
