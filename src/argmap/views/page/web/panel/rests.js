/** The panel's section on what a claim rests on. */

import { basisOf, gapsBelow } from '../engine/basis.js';
import { bearingOn } from '../engine/status.js';
import { CLAIMS, inOrder, shownFor } from '../state/data.js';
import { restsOf } from '../state/prepared.js';
import { model } from '../state/standing.js';
import { element, part } from '../words/dom.js';
import { claimButton } from '../words/elements.js';
import { fewFirst } from '../words/more.js';
import { counted, say } from '../words/sentences.js';
import { nameOf, namesOf } from '../words/telling.js';
import { whoseWord } from '../words/whose.js';
import { markButton, WITHOUT, withoutIt } from './marking.js';
import { waysTold } from './ways.js';

/** How many premises are listed at once, and how many named in a sentence. */
const [FEW, FEW_NAMED] = [8, 3];

/** Whether a claim rests on anything but itself. @param {Claim} claim */
export function isCarried(claim) {
  const { derivable, premises } = basisOf(model(), claim.id);
  return derivable && !isAlone(claim, premises);
}

/** @param {Claim} claim @param {string[]} premises */
function isAlone(claim, premises) {
  return premises.length === 1 && claim.granted && !bearingOn(model(), claim.id, 'supports').length;
}

/** @param {Claim} claim @returns {Node[]} */
export function restsOn(claim) {
  const basis = basisOf(model(), claim.id);
  if (!basis.derivable) {
    const gaps = gapsBelow(model(), claim.id).map((id) => shownFor(id, [claim.id]));
    const words = gaps.length
      ? say('rests.gaps', { claims: namesOf(gaps, FEW_NAMED), count: gaps.length })
      : say('rests.nothing');
    return [part('On what it rests', element('p', '', ...words))];
  }
  if (isAlone(claim, basis.premises)) {
    return [part('On what it rests', element('p', '', ...say('rests.itself')))];
  }
  const shown = (/** @type {string[]} */ ids) => ids.map((id) => shownFor(id, [claim.id]));
  const rests = restsOf(claim);
  const premises = shown(basis.premises);
  const critical = basis.critical && shown(basis.critical);
  const sets = rests ? waysTold(claim, rests) : [setsElsewhere(claim)];
  return [part('On what it rests', ...premisesTold({ premises, critical }, rests), ...sets)];
}

/** @param {Claim} claim */
function setsElsewhere(claim) {
  return element(
    'p',
    'quiet',
    'Its smallest sets of premises are not in this page: the map is large. Ask ',
    element('code', '', `argmap premises ${claim.id}`),
  );
}

/**
 * @param {{premises: string[], critical: ?string[]}} basis
 * @param {Rests|undefined} rests
 */
function premisesTold({ premises, critical }, rests) {
  const needed = new Set(critical || []);
  const idle = new Set(rests?.idle || []);
  const rows = inOrder(premises)
    .sort((a, b) => Number(needed.has(b)) - Number(needed.has(a)))
    .map((id) => {
      const button = claimButton(/** @type {Claim} */ (CLAIMS.get(id)));
      const kind = needed.has(id) ? 'critical' : idle.has(id) ? 'idle' : '';
      if (kind)
        /** @type {Element} */ (button.lastElementChild).append(
          ' ',
          element('span', `tag ${kind}`, kind),
        );
      return button;
    });
  const list = element(
    'details',
    '',
    element('summary', '', ...say('premises', { premises: counted(premises.length, 'premise') })),
    ...rows,
  );
  list.toggleAttribute('open', premises.length <= FEW);
  /** @type {Telling} */
  let words = say('critical.none');
  if (!critical)
    words = ['Which of them are critical was not worked out here: the map is too large for that.'];
  else if (critical.length)
    words = [
      'Critical: ',
      ...say('critical.some', { claims: namesOf(critical), count: critical.length }),
    ];
  return [...whoseWord(premises), list, element('p', 'quiet', ...words), ...idleTold(idle)];
}

/** The premises that lead to a claim and are not needed, by name. @param {ReadonlySet<string>} idle */
function idleTold(idle) {
  if (!idle.size) return [];
  if (idle.size <= FEW_NAMED) {
    const values = { claims: namesOf(idle), count: idle.size };
    return [element('p', 'quiet', ...say('idle.some', values))];
  }
  const names = fewFirst(inOrder(idle), FEW_NAMED, (id) => element('li', '', ...nameOf(id)));
  return [
    element('p', 'quiet', ...say('idle.all', { premises: counted(idle.size, 'premise') })),
    element('ul', 'sets quiet', ...names),
  ];
}

/** @param {Claim} claim @returns {Node[]} */
export function restingOn(claim) {
  const fates = withoutIt(claim);
  const parts = [];
  for (const [way, words] of Object.entries(WITHOUT)) {
    const ids = inOrder(fates[way]);
    if (!ids.length) continue;
    const rows = ids.map((id) => claimButton(/** @type {Claim} */ (CLAIMS.get(id))));
    const list = element(
      'details',
      '',
      element(
        'summary',
        '',
        element('span', `tag ${way.split(' ')[0]}`, way),
        ` ${words(ids.length)}`,
      ),
      ...rows,
    );
    list.toggleAttribute('open', ids.length <= FEW);
    parts.push(list);
  }
  if (!parts.length) return [];
  const aside = element('p', 'quiet', ...say('struck'));
  return [
    part(
      'What rests on it',
      markButton(claim, 'above', 'Show what rests on this'),
      aside,
      ...parts,
    ),
  ];
}
