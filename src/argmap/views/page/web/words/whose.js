/** Sources of a claim: what one source says alone, and on whose word a claim rests. */

import { CLAIMS, DATA, RELATIONS_TO } from '../state/data.js';
import { element } from './dom.js';
import { listed, say, sayText } from './sentences.js';

export const SAID = {
  alone: 'one source only',
  backed: 'one source, backed by another',
  shared: 'more than one source',
  none: 'no source',
};

/** The sources that make a claim, by whichever of its restatements. @param {string} id */
function sourcesOf(id) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const sources = [id, ...claim.same].map((member) => CLAIMS.get(member)?.source);
  return new Set(sources.filter((source) => source !== null && source !== undefined));
}

/**
 * Whether a claim of one source is backed, when a reason for it comes from another.
 * @param {Claim} claim
 */
export function saidBy(claim) {
  const own = sourcesOf(claim.id);
  if (own.size !== 1) return own.size ? 'shared' : 'none';
  const reasons = [claim.id, ...claim.same]
    .flatMap((id) => RELATIONS_TO.get(id) || [])
    .filter((relation) => relation.kind === 'supports');
  const isBacked = reasons.some(({ premises }) =>
    premises.some((id) => {
      const source = CLAIMS.get(id)?.source; // who restates a premise draws no step from it
      return source && !own.has(source);
    }),
  );
  return isBacked ? 'backed' : 'alone';
}

/**
 * From which sources premises come, where more than one could have said them.
 * @param {string[]} premises
 */
export function whoseWord(premises) {
  if (DATA.sources.length < 2) return [];
  const from = new Set(premises.flatMap((id) => [...sourcesOf(id)]));
  const tags = DATA.sources.filter((source) => from.has(source.id)).map((source) => source.tag);
  if (!tags.length) return [];
  const bare = premises.some((id) => !sourcesOf(id).size);
  const alone = tags.length === 1 && !bare;
  const named = [...tags, ...(bare ? [sayText('grounds.unsourced')] : [])];
  const sources = alone
    ? say('grounds.single', { source: tags[0] })
    : say('grounds.several', { sources: listed(named.map((name) => [name])) });
  return [element('p', alone ? 'alone' : 'quiet', ...say('grounds', { sources }))];
}
