// A calendar as the screens show it: days and times of the course's own wall, never of the reader's. It lays nothing out.

/** What the server has made of the dates: each deadline's wall time, how the clocks took it, and what is wrong with it. */
export type ShownPhase = {
  kind: string
  /** A reveal is a moment and has no length. */
  moment: boolean
  opens: string
  due: string
  planned: string
  turned: 'exact' | 'skipped' | 'repeated'
  fault: 'no-such-time' | 'before-the-last' | 'past' | null
}
