/** Measures of a laid-out picture, in its own units. */

export const ROW_GAP = 68;
export const SIDE_GAP = 30;
export const STACK_GAP = 30;
export const LANE = 30;
export const FRAME_PAD = 10;
export const FRAME_HEAD = 26;
export const ROOT_GAP = 80;
export const EDGE = 40;
export const CHAPTER_PAD = 24;
export const CHAPTER_HEAD = 46;
export const STREET = 64;
export const TREE_GAP = 48;

/** Width to height of the room for a map on a usual screen. */
export const SHAPE = 1.65;

export const GRID = 14;
export const MARGIN = 4;
