/** Claims, steps and changes in plain words; every claim that is named is a link to it. */

import { CLAIMS, inOrder, RELATIONS } from '../state/data.js';
import { changes } from '../state/standing.js';
import { element, prose } from './elements.js';

/** The page's own file: with its name before it, a link is no skip link to a place in the text. */
const FILE = location.pathname.split('/').pop() || '';

/**
 * A link to a claim; a press of it is answered in the page.
 * @param {string} id
 * @param {...Node} content
 */
export function linkTo(id, ...content) {
  // A link, since a button's words do not break over lines like the rest of a sentence.
  const made = element('a', 'ref', ...content);
  made.setAttribute('href', `${FILE}#c=${encodeURIComponent(id)}`);
  made.dataset.claim = id;
  return made;
}

/** @param {string} id @returns {Telling} */
export function nameOf(id) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  return [
    linkTo(
      id,
      element('b', '', claim.number),
      document.createTextNode(' '),
      prose('span', '', claim.name),
    ),
  ];
}

/** @param {Telling[]} things @returns {Telling} */
export function listed(things) {
  return things.flatMap((thing, at) => {
    if (!at) return thing;
    return [at === things.length - 1 ? ' and ' : ', ', ...thing];
  });
}

/** @param {Iterable<string>} ids @returns {Telling} */
export function namesOf(ids) {
  return listed(inOrder(ids).map(nameOf));
}

/** What a relation says, as a noun. @param {Relation} one @returns {Telling} */
export function stepOf(one) {
  const premises = namesOf(one.premises);
  if (one.kind === 'supports')
    return ['the step from ', ...premises, ' to ', ...nameOf(one.target)];
  if (one.kind === 'attacks') return ['the objection ', ...premises, ' to ', ...nameOf(one.target)];
  return ['the objection ', ...premises, ' to ', ...stepAt(one.target)];
}

/** @param {string} id @returns {Telling} */
export function stepAt(id) {
  const one = /** @type {Relation} */ (RELATIONS.get(id));
  return one.kind === 'undercuts' ? ['the objection ', ...namesOf(one.premises)] : stepOf(one);
}

const VERBS = {
  supports: ['carry', 'carries'],
  attacks: ['speak against', 'speaks against'],
  undercuts: ['block', 'blocks'],
};

/**
 * What becomes of a relation, as a sentence.
 * @param {string} id
 * @returns {Telling}
 */
function changeOf(id) {
  const one = /** @type {Relation} */ (RELATIONS.get(id));
  const { before, after } = /** @type {Changes} */ (changes());
  const [old, now] = [before.relations.get(id), after.relations.get(id)];
  const premises = namesOf(one.premises);
  const target = one.kind === 'undercuts' ? stepAt(one.target) : nameOf(one.target);
  const [plain, single] = VERBS[one.kind];
  const verb = one.premises.length > 1 ? plain : single;
  if (old === 'in') return [...premises, ` no longer ${verb} `, ...target];
  if (now === 'in') return [...premises, ` now ${verb} `, ...target];
  if (old === now) return ['whether ', ...premises, ` ${verb} `, ...target, ' hangs on this'];
  if (now === 'out') {
    const auxiliary = one.premises.length > 1 ? 'do' : 'does';
    return [...premises, ` ${auxiliary} not ${plain} `, ...target, ' any more, not even possibly'];
  }
  return [...premises, ` may ${plain} `, ...target, ' again'];
}

/** The chain by which a claim changed, as steps. @param {string[]} chain */
export function chainTold(chain) {
  if (!chain.length) return [];
  const steps = chain.map((id, at) => element('li', '', at ? 'so ' : 'because ', ...changeOf(id)));
  return [element('ol', 'chain', ...steps)];
}

/** @param {number} count @param {string} one @param {string} [many] */
export function counted(count, one, many) {
  return `${count} ${count === 1 ? one : many || `${one}s`}`;
}
