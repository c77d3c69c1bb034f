/** Measures of a laid-out picture, in its own units. */

import { DATA } from '../state/data.js';

// Measures that Python's layout of the whole map has as well: they come with the page's data.
export const CHAPTER_PAD = DATA.layout.chapterPad;
export const FRAME_HEAD = DATA.layout.frameHead;
export const FRAME_PAD = DATA.layout.framePad;
export const GRID = DATA.layout.step;
export const MARGIN = DATA.layout.margin;
export const MOST_CELLS = DATA.layout.mostCells;
export const MOST_WAYS = DATA.layout.mostSearched;
export const PILL_SIZE = DATA.layout.pill;
export const ROW_GAP = DATA.layout.rowGap;
export const SHAPE = DATA.layout.aspect;
export const SIDE_GAP = DATA.layout.sideGap;
export const STACK_GAP = DATA.layout.stackGap;
export const STREET = DATA.layout.street;
export const TURN = DATA.layout.turn;
export const WALL = DATA.layout.wall;

// Measures of this layout alone: it stacks leaves beside a lane for their lines, and packs trees.
export const ATTACK_GAP = 40; // an attack is to be seen: its line is longer than others
export const LANE = 30;
export const ROOT_GAP = 80;
export const TREE_GAP = 48;
export const EDGE = 40;

/**
 * More than in Python: the page is read at every scale, and from afar titles are a quarter larger.
 */
export const CHAPTER_HEAD = 46;
