/** Critical questions of a claim: what to press, most consequential first. */

import { CLAIMS, inOrder, RELATIONS, relationsBearingOn } from '../state/data.js';
import { asWritten, isAsWritten, prepared } from '../state/prepared.js';
import { element, part } from './elements.js';
import { counted, listed, nameOf, namesOf } from './telling.js';

/** @param {Claim} claim @returns {Node[]} */
export function toPress(claim) {
  const own = new Set(
    [claim.id, ...claim.same].flatMap((id) => relationsBearingOn(id)).map((one) => one.id),
  );
  if (!own.size) return [];
  if (!prepared().isPrepared)
    return [
      part(
        'Questions to press',
        elsewhere(
          'Questions are not in this page: the map is large. Ask ',
          `argmap questions ${claim.id}`,
        ),
      ),
    ];
  const steps = prepared().steps.filter((one) => own.has(one.relation));
  if (!steps.length) return [];
  const isCommon = steps.every((one) => prepared().schemes[one.scheme].common);
  const hint = [
    isCommon ? 'Each is put so that a no tells against the step.' : '',
    isAsWritten() ? '' : 'They speak of the map as written: your stance is left aside.',
  ]
    .filter(Boolean)
    .join(' ');
  const rows = steps.map((one, at) => questionsOf(one, at === 0));
  return [part('Questions to press', ...(hint ? [element('p', 'quiet', hint)] : []), ...rows)];
}

/** @param {string} words @param {string} command */
export function elsewhere(words, command) {
  return element('p', 'quiet', words, element('code', '', command));
}

/**
 * One step with its questions, folded unless it is the first.
 * @param {PreparedStep} step
 * @param {boolean} isOpen
 */
function questionsOf(step, isOpen) {
  const scheme = prepared().schemes[step.scheme];
  const relation = /** @type {Relation} */ (RELATIONS.get(step.relation));
  const numbers = relation.premises.map((id) => CLAIMS.get(id)?.number).join(' and ');
  const sides = { supports: 'The step from', attacks: 'The objection', undercuts: 'The objection' };
  const title = `${sides[relation.kind]} ${numbers}`;
  const list = element(
    'details',
    'asked',
    element('summary', '', element('b', '', title), `: ${scheme.name}, ${tallyOf(step)}`),
    element('p', 'quiet', ...stakesTold(step)),
    element('ul', 'sets plain', ...questionRows(step)),
  );
  list.toggleAttribute('open', isOpen);
  return list;
}

/** @param {PreparedStep} step */
function tallyOf(step) {
  const all = Object.keys(prepared().schemes[step.scheme].questions).length;
  const answered = Object.values(step.put).filter(([state]) => state === 'answered').length;
  return answered ? `${all - answered} open, ${answered} answered` : `${all} open`;
}

/**
 * The questions of a step: first those that an objection puts, then those that nobody does.
 * @param {PreparedStep} step
 */
export function questionRows(step) {
  const { questions } = prepared().schemes[step.scheme];
  const ids = Object.keys(questions).sort((a, b) => Number(b in step.put) - Number(a in step.put));
  return ids.map((id) => {
    const [state, by] = step.put[id] || ['unasked', []];
    const row = element(
      'li',
      '',
      element('span', `tag ${state}`, state === 'unasked' ? 'not asked' : state),
      ' ',
      questions[id],
    );
    const steps = by.map((one) => namesOf(/** @type {Relation} */ (RELATIONS.get(one)).premises));
    if (steps.length) row.append(element('div', 'quiet', 'put by ', ...listed(steps)));
    return row;
  });
}

/** What changes if a step fails. @param {PreparedStep} step @returns {Telling} */
export function stakesTold(step) {
  if (asWritten().relations.get(step.relation) === 'out')
    return ['It does not go through as it is.'];
  const parts = [];
  if (step.lostTotal)
    parts.push([
      ...someOf(step.lost, step.lostTotal),
      step.lostTotal > 1 ? ' no longer stand' : ' no longer stands',
    ]);
  if (step.gainedTotal)
    parts.push([
      ...someOf(step.gained, step.gainedTotal),
      step.gainedTotal > 1 ? ' then stand' : ' then stands',
    ]);
  if (parts.length) return ['If it fails, ', ...listed(parts), '.'];
  if (step.weakened) {
    const [lose, keep] = step.weakened > 1 ? ['lose', 'keep'] : ['loses', 'keeps'];
    const claims = counted(step.weakened, 'claim');
    return [`If it fails, ${claims} ${lose} a reason and ${keep} standing.`];
  }
  return ['If it fails, nothing else in the map changes.'];
}

/** @param {string[]} ids @param {number} total @returns {Telling} */
function someOf(ids, total) {
  const left = total - ids.length;
  return left
    ? [
        ...inOrder(ids)
          .flatMap((id) => [...nameOf(id), ', '])
          .slice(0, -1),
        ` and ${left} more`,
      ]
    : namesOf(ids);
}
