// The table of phase kinds: one row for each kind, with the features that a phase of it has. Rules, server and screens ask this table
// for a feature; code that compared kinds instead would have to be found and changed for every new kind.

export const PHASE_KINDS = [
  'briefing',
  'caucus',
  'reveal',
  'openings',
  'floor',
  'cases',
  'moved',
  'negotiation',
  'ballot',
  'ratification',
  'reflection',
  'debrief',
] as const
export type PhaseKind = (typeof PHASE_KINDS)[number]

export type PhaseRule = Readonly<{
  /** People act for their delegation: caucuses are open (C1), and the record cannot be unsealed while such a phase is ahead (P11). */
  inRole: boolean
  /** Two delegations may talk in a bilateral (C2). */
  bilaterals: boolean
  /** How seats get the floor: one delegation after another, each for an equal part of the phase (F8), or on request (F1). */
  floor: 'in-order' | 'asked-for' | null
  /** The round's question is debated freely: folded questions are put in its second half, and the desk warns of a silent room. */
  debate: boolean
  /** Positions are filed (O1): in a seminar those of the phase's round, in a homework debate those of all rounds at this stage. */
  seminarFiles: boolean
  weekFiles: 'opening' | 'closing' | null
  /** Its start reveals the opening positions (O6). */
  reveals: boolean
  /** It closes its round: screens show who moved since the opening (O11). */
  movement: boolean
  /** What is posted in it in a homework debate, without a floor (H2); openings may be sealed until its end (H6). */
  weekPosts: 'openings' | 'answers' | null
  /** Each delegation asks the others, guesses again and says their case for them (E1). */
  asksSides: boolean
  /** The communiqué is negotiated: texts are chosen, brackets left open (Q1–Q3). */
  text: boolean
  /** Ballots are cast (Q5); its end opens them (Q8). */
  votes: boolean
  /** Seats may advise their head how to vote (Q4), provided that this phase or the one that follows the round's close votes. */
  advises: boolean
  /** The signed text is judged at home (A1): members vote, and its end turns the home cards (A6). */
  ratifies: boolean
  /** Whether a personal stance marked in it counts as before or after the talks (V1). */
  stance: 'before' | 'after' | null
  /** Reflections are asked for in it, or only still accepted (V2). */
  reflections: 'asked' | 'taken' | null
  /** Its start unseals the record (P11), and screens show the debrief. */
  unseals: boolean
}>

/** A feature that a kind of phase may have. */
export type PhaseFeature = keyof PhaseRule

const NOTHING: PhaseRule = {
  inRole: false,
  bilaterals: false,
  floor: null,
  debate: false,
  seminarFiles: false,
  weekFiles: null,
  reveals: false,
  movement: false,
  weekPosts: null,
  asksSides: false,
  text: false,
  votes: false,
  advises: false,
  ratifies: false,
  stance: null,
  reflections: null,
  unseals: false,
}

const RULES: Readonly<Record<PhaseKind, PhaseRule>> = {
  briefing: { ...NOTHING, inRole: true, stance: 'before' },
  caucus: { ...NOTHING, inRole: true, bilaterals: true, seminarFiles: true, weekFiles: 'opening', advises: true },
  reveal: { ...NOTHING, inRole: true, reveals: true },
  openings: { ...NOTHING, inRole: true, floor: 'in-order', weekPosts: 'openings' },
  floor: { ...NOTHING, inRole: true, floor: 'asked-for', debate: true, weekPosts: 'answers' },
  cases: { ...NOTHING, inRole: true, weekPosts: 'answers', asksSides: true },
  moved: { ...NOTHING, inRole: true, movement: true },
  negotiation: {
    ...NOTHING,
    inRole: true,
    bilaterals: true,
    floor: 'asked-for',
    weekFiles: 'closing',
    text: true,
  },
  ballot: { ...NOTHING, inRole: true, votes: true, advises: true },
  ratification: { ...NOTHING, inRole: true, ratifies: true },
  reflection: { ...NOTHING, stance: 'after', reflections: 'asked' },
  debrief: { ...NOTHING, reflections: 'taken', unseals: true },
}

/** Anything with a phase's kind. */
type OfKind = { readonly kind: PhaseKind }

export const ruleOf = ({ kind }: OfKind): PhaseRule => RULES[kind]

/** Whether a phase has a feature; false when there is no phase. */
export const opens = (phase: OfKind | null | undefined, what: PhaseFeature): boolean =>
  phase != null && Boolean(ruleOf(phase)[what])

/** Whether reflections are asked for in a phase; later phases may still accept them. */
export const asksForReflections = (phase: OfKind): boolean => ruleOf(phase).reflections === 'asked'
