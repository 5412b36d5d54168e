/** For (1), against (-1), or neither. */
export type Sign = -1 | 0 | 1;

/** An attitude on its way along the parse, from the predicate that states it toward whoever it is about. */
export interface Attitude {
  readonly sign: Sign;
  /** How sure it still is, 0…1: every step may weaken it. */
  readonly strength: number;
  /** The words on the way, for people: "block → participation → by". */
  readonly path: string;
  /** Whether a judgement or attitude lies on the way ("risk", "concern"), not only events. */
  readonly evaluative: boolean;
  /** Whether it went by an earlier sentence: "the ban", "that plan". */
  readonly recalled: boolean;
  /** Steps taken so far. */
  readonly depth: number;
}

/** A mention that an attitude arrives at, with the sign it arrives with. */
export interface Reached extends Omit<Attitude, "depth"> {
  readonly mention: number;
}

/** Beyond this many steps an attitude says nothing. */
const MOST_STEPS = 5;
const LEAST_STRENGTH = 0.15;

/** The attitude before its first step. */
export function startAttitude(sign: Sign, path: string, evaluative: boolean): Attitude {
  return { sign, strength: 1, path, evaluative, recalled: false, depth: 0 };
}

/** One step further, into a role of the word it was at. */
export function handOn(attitude: Attitude, role: string, strength: number): Attitude {
  return { ...attitude, strength, path: `${attitude.path} → ${role}`, depth: attitude.depth + 1 };
}

/** The other way round where the clause it passes is denied. */
export function turnIf(isDenied: boolean, attitude: Attitude): Attitude {
  return isDenied ? { ...attitude, sign: product(attitude.sign, -1) } : attitude;
}

/** Whether too little is left of it to say anything. */
export function isSpent({ strength, depth }: Attitude): boolean {
  return depth > MOST_STEPS || strength < LEAST_STRENGTH;
}

export function arriveAt(mention: number, { depth: _, ...attitude }: Attitude): Reached {
  return { mention, ...attitude };
}

export function product(a: Sign, b: Sign): Sign {
  return (a * b) as Sign;
}
