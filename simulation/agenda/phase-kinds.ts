// What each kind of phase opens, one row a kind: rules, server and screens ask this table and never name a kind.
// It must not know how any of it is judged or drawn.

export const PHASE_KINDS = [
  'briefing',
  'caucus',
  'reveal',
  'openings',
  'floor',
  'negotiation',
  'ballot',
  'reflection',
  'debrief',
] as const
export type PhaseKind = (typeof PHASE_KINDS)[number]

export type PhaseRule = Readonly<{
  /** People act for their delegation: caucuses are open (C1), and something secret may still come, so the record stays sealed (P11). */
  inRole: boolean
  /** Two delegations may talk apart (C2). */
  bilaterals: boolean
  /** How seats come to speak on the record: one delegation after another opens, each a third of the phase (F8), or whoever asks (F1). */
  floor: 'in-order' | 'asked-for' | null
  /** The round's question is argued at large: folded questions are put in its second half, and a table that falls silent needs help. */
  debate: boolean
  /** Positions are filed (O1): by the seminar's planner for the round the phase belongs to, by a week's planner at this stage for all. */
  seminarFiles: boolean
  weekFiles: 'opening' | 'closing' | null
  /** Opening positions are opened as it starts (O6). */
  reveals: boolean
  /** What is posted in it in a debate over days, where nobody holds a floor (H1); openings may be sealed until its end (H6). */
  weekPosts: 'openings' | 'answers' | null
  /** The joint text is settled: words chosen, brackets kept (Q1). */
  text: boolean
  /** Ballots are cast (Q5), and opened as it ends. */
  votes: boolean
  /** Seats advise their head how to vote (Q4); a phase that only advises does so where the next one votes. */
  advises: boolean
  /** Whether a stance of one's own that is marked in it counts as before or after (V1). */
  stance: 'before' | 'after' | null
  /** Reflections are asked for in it, or still taken (V2). */
  reflections: 'asked' | 'taken' | null
  /** Its start unseals the record (P11), and the screens look back. */
  unseals: boolean
}>

/** Something a kind of phase may open. */
export type PhaseFeature = keyof PhaseRule

const NOTHING: PhaseRule = {
  inRole: false,
  bilaterals: false,
  floor: null,
  debate: false,
  seminarFiles: false,
  weekFiles: null,
  reveals: false,
  weekPosts: null,
  text: false,
  votes: false,
  advises: false,
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
  negotiation: {
    ...NOTHING,
    inRole: true,
    bilaterals: true,
    floor: 'asked-for',
    weekFiles: 'closing',
    text: true,
  },
  ballot: { ...NOTHING, inRole: true, votes: true, advises: true },
  reflection: { ...NOTHING, stance: 'after', reflections: 'asked' },
  debrief: { ...NOTHING, reflections: 'taken', unseals: true },
}

/** A phase, as far as its kind is known. */
type OfKind = { readonly kind: PhaseKind }

export const ruleOf = ({ kind }: OfKind): PhaseRule => RULES[kind]

/** Whether a phase of this kind opens something at all; no phase opens nothing. */
export const opens = (phase: OfKind | null | undefined, what: PhaseFeature): boolean =>
  phase != null && Boolean(ruleOf(phase)[what])

/** A phase in which reflections are asked for; they are taken after it too. */
export const asksForReflections = (phase: OfKind): boolean => ruleOf(phase).reflections === 'asked'
