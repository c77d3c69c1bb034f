/** The panel's section on the questions that a claim answers, with its rivals. */

import { CLAIMS, DATA } from '../state/data.js';
import { part, prose } from '../words/dom.js';
import { claimButton } from '../words/elements.js';

/** @param {Claim} claim */
export function answersTo(claim) {
  const same = [claim.id, ...claim.same];
  const questions = (DATA.questions || []).filter(({ answers }) =>
    answers.some((id) => same.includes(id)),
  );
  return questions.map(({ answers, text }) => {
    const rivals = answers.filter((id) => !same.includes(id) && CLAIMS.has(id));
    const others = rivals.map((id) => claimButton(/** @type {Claim} */ (CLAIMS.get(id))));
    return part('An answer to', prose('p', '', text), ...others);
  });
}
