/** Who finds which word of the record made by given-record.ts, and in which form of it. */
export type Reader = 'chair' | 'us' | 'usTwo' | 'jp' | 'cn' | 'standing'
export const READERS: readonly Reader[] = ['chair', 'us', 'usTwo', 'jp', 'cn', 'standing']
export const everyone = READERS
/** People who may read nothing of this room. */
export const STRANGERS = ['gone', 'elsewhere', 'otherInstructor', 'nobody'] as const

/** Files as exported by default, for the class, and as exported with the reader's private entries. */
const FOR_THE_CLASS = ['markdown', 'table', 'document', 'paper'] as const
const ASKED_FOR = ['markdown, own', 'table, own', 'document, own', 'paper, own'] as const
export const FORMS = ['page', 'payload', ...FOR_THE_CLASS, ...ASKED_FOR, 'json', 'replay'] as const
export type Form = (typeof FORMS)[number]
/** Private and sealed words are in no file for the class. */
export const NOT_FOR_THE_CLASS: readonly Form[] = ['page', 'payload', ...ASKED_FOR, 'json', 'replay']
/** Rows without an entry are in the complete export and on no page. */
export const ROWS_ONLY: readonly Form[] = ['json', 'replay']
/** The chair's bookmarks are on the chair's page and in complete exports; files for people leave them out. */
const OWN_MARKS: readonly Form[] = ['page', 'payload', 'paper, own', 'json', 'replay']

export type WordReaders = Readonly<Record<string, { readers: readonly Reader[]; in?: readonly Form[] }>>

const ofUs: readonly Reader[] = ['chair', 'us', 'usTwo']
export const beforeClose: WordReaders = {
  'word-all-statement': { readers: everyone },
  'word-all-source': { readers: everyone },
  'word-all-news': { readers: everyone },
  'word-all-news-text': { readers: everyone },
  'word-all-note': { readers: everyone },
  'word-us-position-0': { readers: everyone },
  'word-us-line-0': { readers: everyone },
  'word-jp-position-0': { readers: everyone },
  'word-jp-line-0': { readers: everyone },
  'word-us-caucus': { readers: ofUs, in: NOT_FOR_THE_CLASS },
  'word-us-gone': { readers: ofUs, in: NOT_FOR_THE_CLASS },
  'word-jp-caucus': { readers: ['chair', 'jp'], in: NOT_FOR_THE_CLASS },
  'word-usjp-bilateral': { readers: ['chair', 'us', 'usTwo', 'jp'], in: NOT_FOR_THE_CLASS },
  'word-us-help': { readers: ['chair', 'us'], in: NOT_FOR_THE_CLASS },
  'word-jp-note': { readers: ['chair', 'jp'], in: NOT_FOR_THE_CLASS },
  'word-state-note': { readers: ['chair', 'us'], in: NOT_FOR_THE_CLASS },
  'word-chair-bookmark': { readers: ['chair'], in: OWN_MARKS },
  'word-us-position-1': { readers: ofUs, in: ROWS_ONLY },
  'word-us-line-1': { readers: ofUs, in: ROWS_ONLY },
  'word-jp-position-1': { readers: ['chair', 'jp'], in: ROWS_ONLY },
  'word-jp-line-1': { readers: ['chair', 'jp'], in: ROWS_ONLY },
  'word-cn-draft': { readers: ['chair', 'cn'], in: ROWS_ONLY },
}
