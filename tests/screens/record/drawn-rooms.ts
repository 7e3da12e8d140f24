// Drawn rooms whose files are read by L47's tests, with people of odd names and something beside their entries.
import fc from 'fast-check'
import { fold } from '#simulation/engine/room'
import { type Paragraph, plainParagraphs } from '#simulation/reading/log/transcript'
import { type ShownThread, wordsOf } from '#simulation/reading/record/annotations'
import { type FileReader, rowsFor } from '#simulation/secrecy/file-reader'
import { displayNames } from '#simulation/wire/protocol'
import { START } from '../../support/given'
import { heardByChair } from '../../support/stories/heard'
import { Story } from '../../support/stories/stories'
import { PEOPLE, script, week } from '../../support/stories/story-script'

/** People are called as no program expects. */
export const ODD = [
  '=1+1',
  'O’Brien, "Jo"',
  '陈思远',
  '<b>Ben</b>',
  'line\nbreak',
  'constructor',
  '－5',
  'Mei & Co',
  "'",
  'a;b',
]
export const NAMES = displayNames.parse(Object.fromEntries(PEOPLE.map((name, place) => [name, ODD[place] ?? name])))

const drawn = fc.oneof(script(250), week(250)).map((told) => new Story(told, { strikes: true }))
/** Of many drawn rooms those that together hold the most kinds of rows. `DRAW` draws others. */
export const rooms = mostVaried(fc.sample(drawn, { seed: Number(process.env.DRAW ?? 20_261_128), numRuns: 40 }), 6)

function mostVaried(from: readonly Story[], many: number): Story[] {
  const seen = new Set<string>()
  const fresh = ({ rows }: Story) => new Set(rows.flatMap(({ event: { type } }) => (seen.has(type) ? [] : type))).size
  return Array.from({ length: many }, () => {
    const [best] = from.toSorted((a, b) => fresh(b) - fresh(a))
    if (!best) throw new Error('Nothing was drawn.')
    for (const { event } of best.rows) seen.add(event.type)
    return best
  })
}

/** The entries of the record as this reader is given it. */
export const entriesOf = (story: Story, forWhom: FileReader): readonly Paragraph[] => {
  const state = fold(rowsFor(heardByChair(story.rows), forWhom, story.state))
  return state ? plainParagraphs(state) : []
}

/** Something beside every seventh entry; where an entry has words, about the first of them. */
export function threadsOn(story: Story): readonly ShownThread[] {
  return entriesOf(story, { kind: 'own' }).flatMap((entry, place): ShownThread[] => {
    const quote = [...(wordsOf(entry) ?? '')].slice(0, 12).join('')
    if (place % 7 !== 0) return []
    const comment = { own: false, name: ODD[place % ODD.length] ?? null, isStaff: false, at: START, hidden: null }
    return [
      {
        ...{ id: `thread-${place}`, entry: entry.no, isSpanGone: false, for: 'class', tags: ['=tag'], exemplar: false },
        ...{ mayAnswer: false, span: quote === '' ? null : { quote, offset: 0 } },
        comments: [{ ...comment, id: `comment-${place}`, text: '<i>See</i> “E3.1” & ]]>' }],
      },
    ]
  })
}
