// The pictures of the view Read: a few large cards with whole sentences, at the scale of the page.

/** The size of letters with the distance from line to line. */
type Type = [number, number];

/** Some lines of a card in one type. */
interface Passage {
  type: Type;
  bold: boolean;
  quiet: boolean;
  lines: string[];
}

/** A card with all that is written on it. */
interface ReadCard extends Rectangle {
  id: string;
  passages: Passage[];
  /** Whether the words run from right to left. */
  isRightToLeft: boolean;
  /** Whether it only refers to a card elsewhere. */
  isCopy: boolean;
  /** Whether it says how much more hangs below it. */
  hasMore: boolean;
}

/** Words on the ground beside the cards. */
interface Heading {
  words: string;
  x: number;
  y: number;
  type: Type;
  bold: boolean;
  ink: string;
  anchor: 'start' | 'middle' | 'end';
  isRightToLeft?: boolean;
}

/** What a press on the words "n more" shows. */
interface More extends Rectangle {
  words: string;
  side: Side;
  /** The claim that is to be chosen, if that shows it. */
  claim?: string;
}

type Side = 'above' | 'reasons' | 'objections' | 'disputed' | 'concluded';

/** A step with its premises, and what blocks it. */
interface Block extends Size {
  arrow: Arrow;
  cards: ReadCard[];
  /** The frame around premises that count only together. */
  frame: Container | null;
  blocks: { arrow: Arrow; cards: ReadCard[]; frame: Container | null }[];
}

/** The columns of the front page: how many there are, and where they begin. */
interface Columns {
  count: number;
  width: number;
  lefts: number[];
}

interface ReadPicture extends Picture {
  cards: ReadCard[];
  headings: Heading[];
  more: More[];
}

/** The room for a picture, in points of the screen. */
interface Room {
  w: number;
  h: number;
}
