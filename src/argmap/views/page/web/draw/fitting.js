/** Words that are cut to the room that there is for them. */

/**
 * As much of a title as fits: whole words, or letters of a first word that is too long.
 * @param {Surface} s @param {string} title @param {number} room
 * @param {{size: number, bold?: boolean}} letters
 */
export function fittingTitle(s, title, room, { size, bold }) {
  const words = fitting(s, title, room, { size, bold });
  if (words) return words;
  let kept = title;
  while (kept && s.measure(`${kept}…`, size, bold) > room) kept = kept.slice(0, -1);
  return kept && `${kept}…`;
}

/** Words that join the names of a citation, with none of which a cut one may end. */
const JOINTS = /( (and|et|und|al\.|of|for|the|de|da|di|du|la|van|von|zu|der|den|dem))+$/i;

/**
 * As many whole words as fit; what is left out is marked, and nothing ends in the middle of a name.
 * @param {Surface} s @param {string} text @param {number} room
 * @param {{size: number, bold?: boolean}} letters
 */
export function fitting(s, text, room, { size, bold }) {
  if (s.measure(text, size, bold) <= room) return text;
  for (let kept = text; kept.includes(' '); ) {
    kept = ` ${kept.slice(0, kept.lastIndexOf(' '))}`.replace(JOINTS, '').trim();
    if (kept && s.measure(`${kept} …`, size, bold) <= room) return `${kept} …`;
  }
  return '';
}
