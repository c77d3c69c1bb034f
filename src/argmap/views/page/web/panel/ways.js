/** The panel's lists of the ways to carry a claim, each drawn from the top down, and to bring it down. */

import { statusOfSet, waysFrom } from '../engine/basis.js';
import { keepState } from '../state/address.js';
import { CLAIMS, inOrder, RELATIONS } from '../state/data.js';
import { isAsWritten } from '../state/prepared.js';
import { labelling, model } from '../state/standing.js';
import { STATE } from '../state/store.js';
import { element } from '../words/dom.js';
import { claimButton, relationMark } from '../words/elements.js';
import { fewFirst } from '../words/more.js';
import { counted, say, sayText, waysCounted } from '../words/sentences.js';
import { nameOf, namesOf, stepAt } from '../words/telling.js';
import { tryStance } from './stance.js';

/** How many ways are drawn at once, how many names stand in a list, and how many steps in a way. */
const [MOST_DRAWN, MOST_NAMED, MOST_STEPS] = [3, 5, 3];

/** @param {Claim} claim @param {Rests} rests */
export function waysTold(claim, rests) {
  const losses = rests.rejections.map((ids) =>
    element('li', '', ...lossTold(ids), ' ', rejectButton(ids)),
  );
  return [
    element('h4', '', waysCounted('carry', rests.sets.length, rests.total)),
    element('ol', 'ways', ...fewFirst(rests.sets, MOST_DRAWN, (set) => wayDrawn(claim, set))),
    ...(losses.length || rests.rejectionsTotal !== null
      ? [
          element('h4', '', waysCounted('withdraw', losses.length, rests.rejectionsTotal)),
          element('ul', 'sets', ...losses),
        ]
      : [lossesElsewhere(claim)]),
  ];
}

/** @param {Claim} claim */
function lossesElsewhere(claim) {
  return element(
    'p',
    'quiet',
    'How to take all its grounds away was not worked out for this page. Ask ',
    element('code', '', `argmap premises ${claim.id}`),
  );
}

/**
 * A set of premises as a picture: the claim on top, below it what carries it, at the end the premises.
 * @param {Claim} claim @param {Rests['sets'][number]} set
 */
function wayDrawn(claim, { claims, by }) {
  const status = statusOfSet(labelling(), claims, claim.id);
  const word = element('span', `tag ${status}`, sayText(`set.word.${status}`));
  const steps = waysFrom(model(), claims, claim.id);
  const top = element('p', 'top-claim', element('b', '', claim.number), ' ', claim.name);
  return element(
    'li',
    '',
    element('p', '', word, ` from ${counted(claims.length, 'premise')}`),
    top,
    ...stepsDrawn(claim.id, claims, steps),
    ...(isAsWritten() ? becauseOf(by, status) : []),
  );
}

/**
 * The steps below a claim; of a long way the first, the premises, and what is between to be opened.
 * @param {string} id @param {string[]} set @param {Map<string, EngineRelation>} steps
 * @returns {HTMLElement[]}
 */
function stepsDrawn(id, set, steps) {
  const [first, ...others] = inTurn(id, steps);
  if (!first) return [];
  if (others.length < MOST_STEPS) return [belowOf(id, set, steps, new Set())];
  const between = element(
    'details',
    '',
    element('summary', '', `${counted(others.length, 'step')} between`),
  );
  between.addEventListener('toggle', () => {
    if (between.children.length > 1) return;
    between.append(...others.flatMap((step) => [rowOf(step.target, set), oneBelow(step, set)]));
  });
  const far = set.filter((premise) => !first.premises.some((other) => isSame(other, premise)));
  const rows = far.map((premise) => element('li', '', rowOf(premise, set)));
  return [oneBelow(first, set), between, element('ul', 'below', ...rows)];
}

/** @param {EngineRelation} step @param {string[]} set */
function oneBelow(step, set) {
  return element(
    'ul',
    'below',
    rowsOf(step, set, () => []),
  );
}

/**
 * The steps that carry a claim, each after the one that needs it.
 * @param {string} id @param {Map<string, EngineRelation>} steps
 */
function inTurn(id, steps) {
  const passed = new Set([CLAIMS.get(id)?.first || '']);
  /** @type {EngineRelation[]} */
  const all = [];
  for (const at of passed) {
    // grows while it is read
    const step = steps.get(at);
    if (!step) continue;
    all.push(step);
    for (const premise of step.premises) passed.add(CLAIMS.get(premise)?.first || '');
  }
  return all;
}

/** Whether two claims say the same. @param {string} id @param {string} other */
function isSame(id, other) {
  return CLAIMS.get(id)?.first === CLAIMS.get(other)?.first;
}

/**
 * What carries a claim, each premise with what carries it in turn; a claim is taken apart once.
 * @param {string} id @param {string[]} set @param {Map<string, EngineRelation>} steps
 * @param {Set<string>} passed
 * @returns {HTMLElement}
 */
function belowOf(id, set, steps, passed) {
  const first = CLAIMS.get(id)?.first || '';
  const step = /** @type {EngineRelation} */ (steps.get(first));
  passed.add(first);
  const below = (/** @type {string} */ premise) => {
    const next = CLAIMS.get(premise)?.first || '';
    return steps.has(next) && !passed.has(next) ? [belowOf(premise, set, steps, passed)] : [];
  };
  return element('ul', 'below', rowsOf(step, set, below));
}

/**
 * The premises of a step, in a frame if it needs them all.
 * @param {EngineRelation} step @param {string[]} set
 * @param {(premise: string) => HTMLElement[]} below
 */
function rowsOf(step, set, below) {
  const rows = step.premises.flatMap((id) => [rowOf(id, set), ...below(id)]);
  if (step.premises.length === 1) return element('li', '', ...rows);
  return element('li', 'together', element('span', 'together-label', 'only together'), ...rows);
}

/** A claim with its status; a premise of the way bears that word. @param {string} id @param {string[]} set */
function rowOf(id, set) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const button = claimButton(claim, relationMark('supports'));
  const isPremise = set.some((premise) => isSame(premise, id));
  if (isPremise) button.lastElementChild?.append(' ', element('span', 'tag', 'premise'));
  return button;
}

/**
 * Why a way has its status: each objection to it, or step of it, with what meets it.
 * @param {string[]} by @param {string} status
 */
function becauseOf(by, status) {
  if (!by.length) return [];
  /** @type {Map<string, Relation[]>} */
  const met = new Map();
  for (const id of by) {
    const relation = /** @type {Relation} */ (RELATIONS.get(id));
    met.set(relation.target, [...(met.get(relation.target) || []), relation]);
  }
  const rows = (/** @type {[string, Relation[]]} */ [target, all]) =>
    element(
      'li',
      '',
      ...(RELATIONS.has(target) ? stepAt(target) : nameOf(target)),
      element('ul', '', ...all.map((relation) => answerTold(relation, status))),
    );
  return [
    element('p', 'quiet', sayText(`set.because.${status}`)),
    element('ul', 'sets quiet', ...fewFirst([...met], MOST_DRAWN, rows)),
  ];
}

/** @param {Relation} relation @param {string} status */
function answerTold(relation, status) {
  const { kind, premises, force } = relation;
  const contests = kind === 'attacks' && (force || STATE.objections) === 'contest';
  const word = status === 'defeated' && contests ? 'contested' : status;
  return element('li', '', ...say(`set.by.${word}`, { premises: namesOf(premises) }));
}

/** What is to be given up; of many claims the first, as a list. @param {string[]} ids */
function lossTold(ids) {
  if (ids.length <= MOST_NAMED) return say('give-up', { claims: namesOf(ids), count: ids.length });
  const names = fewFirst(inOrder(ids), MOST_NAMED, (id) => element('li', '', ...nameOf(id)));
  const all = counted(ids.length, 'claim');
  return [...say('give-up.all', { claims: all }), element('ul', '', ...names)];
}

/** A button that rejects all of these beside what the reader has decided. @param {string[]} ids */
function rejectButton(ids) {
  const made = element('button', 'button small', ids.length > 1 ? 'Reject them' : 'Reject it');
  made.setAttribute('type', 'button');
  made.dataset.act = `reject ${ids.join(' ')}`;
  const numbers = inOrder(ids).map((id) => CLAIMS.get(id)?.number);
  made.append(element('span', 'unseen', `: ${numbers.join(', ')}`));
  made.addEventListener('click', () => {
    const accept = [...STATE.stance.accept].filter((id) => !ids.some((other) => isSame(id, other)));
    tryStance({ reject: [...new Set([...STATE.stance.reject, ...ids])], accept });
    keepState(true);
  });
  return made;
}
