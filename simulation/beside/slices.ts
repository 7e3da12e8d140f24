// The registry of what stands beside the log. News, mails, calendar, board and sums walk it; a feature that comes or goes is one line here.
import type { Grading, Share } from '../reading/marks/grades'
import { annotationsInResearch } from './annotations/research'
import { annotations } from './annotations/slice'
import type { ChosenOf, Counted, FormFields, NewsOf, Time } from './kind/define-beside'
import type { PolicyFault } from './peer-reviews/peer-reviews'
import { peerReviews } from './peer-reviews/slice'
import { regrades } from './regrades/slice'

export const SLICES = [annotations, regrades, peerReviews] as const

type Slice = (typeof SLICES)[number]
export type SliceKey = Slice['key']

/** Their kinds of news, and how each is mailed. */
export const NEWS_BESIDE = { ...annotations.news, ...regrades.news, ...peerReviews.news }

/** What is written down of them for the server's owner. */
export const AUDITED_BESIDE = [...annotations.audited, ...regrades.audited, ...peerReviews.audited] as const

/** What they give to a research file (D18): their tables, and the rows of these in one room. */
export const RESEARCH = [annotationsInResearch] as const
export const TABLES_BESIDE = { ...annotationsInResearch.tables }
export const rowsBeside = (...of: Parameters<(typeof RESEARCH)[number]['rows']>) => ({
  ...annotationsInResearch.rows(...of),
})
type GivenOf<One extends (typeof RESEARCH)[number]> = Parameters<One['rows']>[2][One['key']]
/** What the server gives of a room to their rows, under their keys. */
export type ResearchBeside = { readonly [One in (typeof RESEARCH)[number] as One['key']]?: GivenOf<One> }

/** What may be chosen of them among the settings of grading, each by its name. */
export const BESIDE_SETTINGS = { ...peerReviews.settings }
/** The same as they are changed: null where nothing is chosen any more. */
export const BESIDE_CHANGES = { peer: peerReviews.settings.peer.nullable() }
/** Why a change of them is refused. */
export type SettingsFault = PolicyFault

type FactsOf<One extends Slice> = NonNullable<Parameters<One['tells']>[0][keyof Parameters<One['tells']>[0]]>
/** What is known beside the log of one person in one room, under the keys of slices. */
export type KnownBeside = { readonly [One in Slice as One['key']]?: FactsOf<One> | undefined }

/** What slices tell of this. */
export const toldBeside = (known: KnownBeside, now: number): readonly NewsOf<keyof typeof NEWS_BESIDE>[] =>
  SLICES.flatMap(({ tells }): readonly NewsOf<keyof typeof NEWS_BESIDE>[] => tells(known, now))

/** Those that ask something of a person. */
type AskingKey = typeof peerReviews.key
const isAsking = (key: SliceKey): key is AskingKey => key === peerReviews.key

/** What a slice asks of one person: how much of it is done, on which page, from when until when, and whether it is owed now. */
export type AskedBeside = Time & Readonly<{ key: AskingKey; page: string; counted: Counted; owes: boolean }>
export const askedBeside = (known: KnownBeside): readonly AskedBeside[] =>
  SLICES.flatMap(({ key, page, counts, time, owes }) => {
    const [counted, asking] = [counts(known), time(known)]
    return counted === null || asking === null || page === null || !isAsking(key)
      ? []
      : [{ ...asking, key, page, counted, owes: owes(known) }]
  })

/** The page of its own to which a kind of news leads; null where it has none. */
export const pageOfNews = (kind: string): string | null => SLICES.find(({ news }) => kind in news)?.page ?? null

/** What a slice adds to a student's sum. */
export type ShareBeside = Share & Readonly<{ of: AskingKey }>

/** What is chosen of slices for one activity. */
export type ChosenBeside = ChosenOf<typeof BESIDE_SETTINGS>
/** How an activity is graded, with what was chosen of slices. */
export type ActivityGrading = Grading & ChosenBeside

/** What is chosen of slices in the fields of a form, and the same as fields again. */
export const readChosen = (fields: FormFields): ChosenBeside =>
  Object.assign({}, ...SLICES.map(({ form }) => form?.read(fields)))
export const chosenFields = (chosen: ChosenBeside): readonly [string, string][] =>
  SLICES.flatMap(({ form }) => form?.write(chosen) ?? [])

/** Those that a server may switch off (L31), by their keys. */
export const SWITCHES: readonly SliceKey[] = SLICES.flatMap(({ key, switchedOff }) =>
  switchedOff === null ? [] : [key],
)

/** How an activity is graded on a server that has switched these off. */
export const gradingWithout = (grading: ActivityGrading, off: readonly SliceKey[]): ActivityGrading =>
  Object.assign({ ...grading }, ...SLICES.map(({ key, switchedOff }) => (off.includes(key) ? switchedOff : null)))

/** Whether a kind of news or mail is of one of these. */
export const isOfSlice = (kind: string, of: readonly SliceKey[]): boolean =>
  SLICES.some(({ key, news }) => of.includes(key) && kind in news)
