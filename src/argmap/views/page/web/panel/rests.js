/** The panel's section on what a claim rests on. */

import { basisOf, statusOfSet } from '../engine/basis.js';
import { bearingOn } from '../engine/status.js';
import { keepState } from '../state/address.js';
import { CLAIMS, DATA, inOrder, RELATIONS, shownFor } from '../state/data.js';
import { prepared } from '../state/prepared.js';
import { hasStance, labelling, model } from '../state/standing.js';
import { STATE } from '../state/store.js';
import { claimButton, element, part } from '../words/elements.js';
import { counted, listed, say, sayText, waysCounted } from '../words/sentences.js';
import { namesOf, stepOf } from '../words/telling.js';
import { whoseWord } from '../words/whose.js';
import { markButton, WITHOUT, withoutIt } from './marking.js';
import { tryStance } from './stance.js';

const FEW = 8;

/** @param {Claim} claim @returns {Node[]} */
export function restsOn(claim) {
  const basis = basisOf(model(), claim.id);
  const shown = (/** @type {string[]} */ ids) => ids.map((id) => shownFor(id, [claim.id]));
  if (!basis.derivable) {
    return [part('On what it rests', element('p', '', ...say('rests.nothing')))];
  }
  if (
    basis.premises.length === 1 &&
    claim.granted &&
    !bearingOn(model(), claim.id, 'supports').length
  ) {
    return [part('On what it rests', element('p', '', ...say('rests.itself')))];
  }
  const written = prepared().rests[claim.first];
  const rests = written && restsShown(written, shown);
  const { premises, critical } = basis;
  const sets = rests ? setsTold(claim, rests) : [setsElsewhere(claim)];
  return [
    part(
      'On what it rests',
      markButton(claim, 'below', 'Show what this rests on'),
      ...premisesTold({ premises: shown(premises), critical: critical && shown(critical) }, rests),
      ...sets,
    ),
  ];
}

/**
 * Sets of premises with the claims that a reader is given, of restated claims one.
 * @param {Rests} rests @param {(ids: string[]) => string[]} shown
 * @returns {Rests}
 */
function restsShown(rests, shown) {
  return {
    ...rests,
    sets: rests.sets.map((set) => ({ ...set, claims: shown(set.claims) })),
    rejections: rests.rejections.map(shown),
    idle: rests.idle && shown(rests.idle),
  };
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
  const parts = [...whoseWord(premises), list, element('p', 'quiet', ...words)];
  if (idle.size) parts.push(element('p', 'quiet', ...say('idle')));
  return parts;
}

/** @param {Claim} claim @param {Rests} rests */
function setsTold(claim, rests) {
  const asBuilt = !hasStance() && STATE.objections === DATA.objections;
  const sets = rests.sets.map(({ claims, by }) => {
    const status = statusOfSet(labelling(), claims, claim.id);
    const row = element(
      'li',
      '',
      element('span', `tag ${status}`, sayText(`set.word.${status}`)),
      ' ',
      ...namesOf(claims),
    );
    if (asBuilt && by.length) {
      const steps = by.slice(0, 3).map((id) => stepOf(/** @type {Relation} */ (RELATIONS.get(id))));
      const step =
        by.length > 3
          ? say('list.more', { before: listed(steps), number: by.length - 3 })
          : listed(steps);
      row.append(element('div', 'quiet', ...say(`set.${status}`, { step })));
    }
    return row;
  });
  const losses = rests.rejections.map((ids) =>
    element(
      'li',
      '',
      ...say('give-up', { claims: namesOf(ids), count: ids.length }),
      ' ',
      rejectButton(ids),
    ),
  );
  return [
    element('h3', '', waysCounted('carry', sets.length, rests.total)),
    element('ul', 'sets', ...sets),
    element('h3', '', waysCounted('withdraw', losses.length, rests.rejectionsTotal)),
    element('ul', 'sets', ...losses),
  ];
}

/** A button that rejects all of these beside what the reader has decided. @param {string[]} ids */
function rejectButton(ids) {
  const made = element('button', 'button small', ids.length > 1 ? 'Reject them' : 'Reject it');
  made.setAttribute('type', 'button');
  made.append(
    element(
      'span',
      'unseen',
      `: ${inOrder(ids)
        .map((id) => CLAIMS.get(id)?.number)
        .join(', ')}`,
    ),
  );
  made.addEventListener('click', () => {
    const same = new Set(ids.flatMap((id) => [id, ...(CLAIMS.get(id)?.same || [])]));
    const accept = [...STATE.stance.accept].filter((id) => !same.has(id));
    tryStance({ reject: [...new Set([...STATE.stance.reject, ...ids])], accept });
    keepState(true);
  });
  return made;
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
