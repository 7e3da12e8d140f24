/** The short table from which drawn-scenario.ts makes a whole scenario: parties, tensions, and where each party begins on each. */

/** A delegation's stand on one tension: its opening value, its case in a sentence, and its concession. */
export type Stand = { value: number; case: string; gives: string }

export type Party = {
  id: string
  name: string
  short: string
  capital: string
  letter: string
  shape: string
  hue: string
  /** Titles of its seats, the head's first. */
  offices: readonly string[]
  stands: Readonly<Record<string, Stand>>
}

export type Subject = {
  key: string
  title: string
  question: string
  minus: string
  plus: string
  /** The name of each whole value from -3 to 3. */
  steps: readonly [string, string, string, string, string, string, string]
  /** The source author's value, where the author takes a side. */
  author?: { source: string; value: number; reason: string; anchors: string[] }
  /** The paragraphs it draws on. */
  anchors: string[]
  heading: string
  /** The clause's text, with the bracket's placeholder. */
  base: string
}

export type Table = {
  key: string
  title: string
  question: string
  focus: { members: string[]; name: string }
  sources: { letter: string; title: string; author: string; publisher: string; date: string }[]
  paragraphs: { id: string; section: string; gist: string }[]
  ballotRule?: { votesFor: number; votesAgainst: number }
  parties: readonly Party[]
  subjects: readonly Subject[]
  news: { key: string; headline: string; text: string; tension: string; squeezes: string[] }[]
}
