// A surface on which cards and lines are painted: the canvas on the screen, or a vector picture.

interface Style {
  fill?: string;
  stroke?: string;
  width?: number;
  dashes?: number[];
  /** Whether ends and corners of strokes are round. */
  round?: boolean;
  opacity?: number;
  /** Whether it casts a shadow, where the surface has any. */
  shadow?: boolean;
}

/** Where a shape is put that was drawn around a middle: its scale, and the way it points. */
interface Put {
  x: number;
  y: number;
  size?: number;
  heading?: readonly number[];
}

interface Letters {
  size: number;
  fill: string;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  /** Whether the words are written from right to left, and end at the left of their place. */
  isRightToLeft?: boolean;
  /** Whether the words are struck out. */
  struck?: boolean;
  /** The width into which the words are pressed if they are wider. */
  room?: number;
}

interface Rectangle {
  x: number;
  y: number;
  w: number;
  h: number;
}

interface Surface {
  /** The colours of the surface. */
  ink: Record<string, string>;
  /** The colour on which everything is painted. */
  ground: string;
  /** How many points of the screen there are to one unit; 1 where nobody knows. */
  scale: number;
  /** Whether it shows what the reader is pointing at, choosing and searching. */
  isScreen: boolean;
  box(area: Rectangle, corner: number, style: Style): void;
  disc(x: number, y: number, radius: number, style: Style): void;
  /** A path of cubic curves. */
  line(path: number[], style: Style): void;
  /** One of a few shapes, as path data around a middle. */
  shape(data: string, style: Style, put: Put): void;
  /** The strip at the left of a card, between its round corners. */
  strip(area: Rectangle, width: number, corner: number, style: Style): void;
  strokes(ends: [number, number, number, number][], style: Style): void;
  text(words: string, x: number, y: number, letters: Letters): void;
  measure(words: string, size: number, bold?: boolean): number;
  /** Things that belong together, with their title and how much of them shines through. */
  group(paint: () => void, options?: { title?: string; opacity?: number }): void;
}
