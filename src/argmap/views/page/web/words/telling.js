/** Claims, steps and changes in plain words; every claim that is named is a link to it. */

import { CLAIMS, inOrder, RELATIONS } from '../state/data.js';
import { changes } from '../state/standing.js';
import { STATE } from '../state/store.js';
import { element, prose } from './dom.js';
import { counted, listed, say } from './sentences.js';

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

/** A name as it stands within a sentence, without a full stop of its own. @param {string} name */
export function withoutStop(name) {
  let end = name.length;
  while (name[end - 1] === '.') end -= 1;
  return name.slice(0, end);
}

/** A claim by its number and its label, as a link. @param {string} id @returns {Telling} */
export function nameOf(id) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  return [
    linkTo(
      id,
      element('b', '', claim.number),
      document.createTextNode(' '),
      prose('span', '', withoutStop(claim.name)),
    ),
  ];
}

/**
 * Claims by their names, in the order of the outline; of more than `most` the first, and a number.
 * @param {Iterable<string>} ids @param {number} [most]
 * @returns {Telling}
 */
export function namesOf(ids, most = Infinity) {
  const all = inOrder(ids);
  if (all.length <= most + 1) return listed(all.map(nameOf));
  const before = all.slice(0, most).map(nameOf);
  const commas = before.flatMap((name, at) => (at ? [', ', ...name] : name));
  return say('list.more', { before: commas, number: all.length - most });
}

/** What a relation says, as a noun. @param {Relation} relation @returns {Telling} */
export function stepOf(relation) {
  const noun = relation.kind === 'supports' ? 'step' : 'objection';
  return say(noun, { premises: namesOf(relation.premises), target: targetOf(relation) });
}

/** The relation of this id as a noun, not deeper than one step. @param {string} id */
export function stepAt(id) {
  const relation = /** @type {Relation} */ (RELATIONS.get(id));
  return relation.kind === 'undercuts'
    ? say('objection.alone', { premises: namesOf(relation.premises) })
    : stepOf(relation);
}

/** The claim or the step to which a relation leads. @param {Relation} relation @returns {Telling} */
function targetOf(relation) {
  return relation.kind === 'undercuts' ? stepAt(relation.target) : nameOf(relation.target);
}

/**
 * The change of a relation's label, as a sentence.
 * @param {string} id
 * @param {Label} before
 * @param {Label} after
 */
export function changeOf(id, before, after) {
  const relation = /** @type {Relation} */ (RELATIONS.get(id));
  return say(changeBetween(before, after), {
    premises: namesOf(relation.premises),
    verb: say(relation.kind, { count: relation.premises.length }),
    plain: say(relation.kind, { count: 2 }), // as after "can": the form of the plural
    target: targetOf(relation),
  });
}

/**
 * The template for a change from one label to another, or for one that stays unsettled.
 * @param {Label} before
 * @param {Label} after
 */
function changeBetween(before, after) {
  if (before === 'in') return 'change.lost';
  if (after === 'in') return 'change.won';
  if (before === after) return 'change.depends';
  return after === 'out' ? 'change.barred' : 'change.possible';
}

/**
 * The reader's opinions, as the end of "If you ..."; of more than `most` on a side the first.
 * @param {Iterable<string>} ids @param {number} [most]
 */
export function opinionsOn(ids, most) {
  const { reject, accept } = STATE.stance;
  const among = new Set(ids);
  return opinionsTold(
    [...reject].filter((id) => among.has(id)),
    [...accept].filter((id) => among.has(id)),
    (chosen) => namesOf(chosen, most),
  );
}

/**
 * Opinions as the end of "if you ...".
 * @param {string[]} reject @param {string[]} accept
 * @param {(ids: string[]) => Telling} names
 */
export function opinionsTold(reject, accept, names) {
  const sides = /** @type {[string, string[]][]} */ ([
    ['rejects', reject],
    ['accepts', accept],
  ]);
  return listed(
    sides
      .filter(([, chosen]) => chosen.length)
      .map(([verb, chosen]) => say(verb, { claims: names(chosen) })),
  );
}

/** Claims in text that is read out, with marks where a name begins and ends. @param {string[]} ids */
export function namesQuoted(ids) {
  const quoted = inOrder(ids).map((id) => {
    const { number, name } = /** @type {Claim} */ (CLAIMS.get(id));
    return [`${number} “${withoutStop(name)}”`];
  });
  return listed(quoted);
}

/** What explains the change of a claim, as lines. @param {string} id @returns {Telling[]} */
function explained(id) {
  const { changed, reasons, objections } = /** @type {Changes} */ (changes());
  const cause = changed.get(id);
  const lines = cause ? causeTold(cause) : [];
  const granted = CLAIMS.get(id)?.granted ? 'granted' : 'none';
  return [
    ...lines,
    ...turned('reason', reasons.get(id), granted),
    ...turned('objection', objections.get(id), 'none'),
  ];
}

/** The longest chain that is told whole, and the steps told at each end of a longer one. */
const [LONGEST, ENDS] = [8, 3];

/** @param {Cause} cause @returns {Telling[]} */
function causeTold({ because, moves }) {
  const { reject, accept } = STATE.stance;
  const part =
    because.length < reject.size + accept.size
      ? [say('cause.part', { opinions: opinionsOn(because) })]
      : [];
  const more = moves.length > LONGEST ? moves.length - 2 * ENDS : 0;
  const steps = moves.flatMap(({ relation, before, after }, at) => {
    if (more && at >= ENDS && at < ENDS + more)
      return at === ENDS ? [say('chain.more', { count: more })] : [];
    return [say(at ? 'chain.next' : 'chain.first', { change: changeOf(relation, before, after) })];
  });
  return [...part, ...steps];
}

/**
 * The reasons or objections lost and gained; the form differs where none is left, or was there.
 * @param {'reason'|'objection'} noun @param {Turnover|undefined} turnover @param {string} none
 * @returns {Telling[]}
 */
function turned(noun, turnover, none) {
  if (!turnover) return [];
  const { lost, gained, left } = turnover;
  const line = (/** @type {string} */ form, /** @type {string[]} */ ids) =>
    say(form, {
      things: counted(ids.length, noun === 'reason' ? noun : 'unanswered objection'),
      premises: ids.flatMap((id, at) => {
        const names = namesOf(/** @type {Relation} */ (RELATIONS.get(id)).premises);
        return at ? ['; ', ...names] : names;
      }),
      left,
    });
  const lines = [];
  if (lost.length) lines.push(line(left ? `${noun}s.lost` : `${noun}s.lost.${none}`, lost));
  if (gained.length)
    lines.push(line(left > gained.length ? `${noun}s.gained` : `${noun}s.gained.first`, gained));
  return lines;
}

/** The explanation of a change as a list. @param {string} id */
export function explanation(id) {
  const lines = explained(id);
  if (!lines.length) return [];
  return [element('ol', 'chain', ...lines.map((line) => element('li', '', ...line)))];
}
