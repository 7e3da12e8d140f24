// An entry says on paper what it says on screen: for every kind of entry, drawn as a line of the record and written into each file.
import { expect, test } from 'vitest'
import { actorId, personId, seatId } from '#simulation/kernel/ids'
import { type Paragraph, paragraphs } from '#simulation/reading/log/transcript'
import { versionId } from '#simulation/shapes/text'
import type { EntryContent } from '#simulation/topics/entry-content'
import { RecordLine } from '../../../app/_record/record-line'
import { transcriptDocx } from '../../../app/rooms/[roomId]/transcript/exports/transcript-docx'
import { transcriptMarkdown } from '../../../app/rooms/[roomId]/transcript/exports/transcript-markdown'
import { unzipped } from '../../support/files/unzipped'
import { CN, JP, US, US_CN } from '../../support/stories/sides'
import { translate } from '../../support/translate'
import { markup } from '../drawn-screens'
import { rehearsedSeminar } from './rehearsed-seminar'

const { state } = rehearsedSeminar()
const { plan } = state
const seat = (id: string) => seatId.parse(id)
const [clause] = plan.communique.clauses
const by = actorId.parse('p:mei')
const checkedIn = [
  { no: 52, finding: 'holds' },
  { no: 53, finding: 'cannot-be-told' },
] as const
const anchors = ['E1.1', { source: 'The Economist' }] as const
const summary = { as: 'named', by, seat: seat('jp.pm'), at: 90_000_000, entry: 48, dictated: true } as const

/** One entry of each kind, with everything that can be said of it. A kind that the record gets later does not compile without one. */
const SAMPLES: { readonly [K in EntryContent['kind']]: readonly Extract<EntryContent, { kind: K }>[] } = {
  statement: [
    {
      ...{ kind: 'statement', text: 'We ask for a ceiling.', intent: 'challenge', answers: 41, anchors, seconds: 52 },
      ...{ withdrawnBy: 57, late: true, checkedIn, summary, tapped: { way: 'against', newPoint: false, for: null } },
    },
    {
      ...{ kind: 'statement', text: 'We do.', intent: 'point', answers: null, anchors: [], seconds: 7 },
      ...{ withdrawnBy: null, late: false },
    },
  ],
  turn: [
    {
      ...{ kind: 'turn', seconds: 65, intent: 'question', answers: 40, takenBack: true, leftTo: seat('jp.pm') },
      ...{ anchors: ['E3.1'], checkedIn },
      tapped: { way: 'for', newPoint: false, for: { as: 'scribe', by, seat: seat('observer.1') } },
    },
    {
      ...{ kind: 'turn', seconds: 65, intent: 'point', answers: null, takenBack: false, leftTo: null, anchors: [] },
      tapped: { way: 'question', newPoint: true, for: { as: 'named', by, seat: seat('jp.pm') } },
    },
    {
      ...{ kind: 'turn', seconds: 65, intent: 'point', answers: null, takenBack: false, leftTo: null, anchors: [] },
      unsaid: true,
    },
  ],
  'earlier-words': [{ kind: 'earlier-words', turn: 44, replacedBy: 49, text: 'As it was said before.' }],
  check: [{ kind: 'check', checks: 41, finding: 'does-not-hold', text: 'It says 2014.', anchors }],
  chronicle: [{ kind: 'chronicle', text: 'The room fell silent.' }],
  withdrawal: [{ kind: 'withdrawal', withdraws: 41, text: 'The figure was wrong.' }],
  news: [
    { kind: 'news', form: 'Cable', headline: 'Ships turn back', text: 'At noon.', anchors: ['E1.1'], retracted: true },
    { kind: 'news', form: '', headline: 'From the desk', text: 'Listen.', anchors: [], retracted: false },
  ],
  note: [
    { kind: 'note', to: 'room', text: 'Five minutes more.' },
    { kind: 'note', to: JP, text: 'Read your brief.' },
    { kind: 'note', to: seat('us.state'), text: 'Speak up.' },
  ],
  caucus: [{ kind: 'caucus', text: 'We hold.' }],
  bilateral: [{ kind: 'bilateral', with: CN, between: US_CN, text: 'Between us.' }],
  help: [
    { kind: 'help', text: 'May we amend?', answer: null },
    { kind: 'help', text: 'May we amend?', answer: 'You may.' },
  ],
  reflection: [
    { kind: 'reflection', prompt: 0, text: 'I would listen longer.', handedIn: false },
    { kind: 'reflection', prompt: 0, text: 'I would lis', handedIn: true },
  ],
  reveal: rehearsed('reveal'),
  issued: rehearsed('issued'),
  ratification: [
    {
      kind: 'ratification',
      outcome: { kind: 'not-ratified', refused: [JP], byChair: [US] },
      sides: [
        {
          ...{ delegation: US, outcome: 'ratified', by: 'chair', reason: 'Two members had left.' },
          ...{ cards: [{ holder: 'Forty senators', asks: 'No control is eased.', met: null }], votes: [] },
        },
        {
          ...{ delegation: JP, outcome: 'refused', by: 'members', reason: null },
          cards: [{ holder: 'The car makers', asks: 'Japan and China agree on trade.', met: true }],
          votes: [
            { seat: seat('jp.defense'), vote: 'refuse', reason: 'A polite limit is a limit.' },
            { seat: seat('jp.finance'), vote: null, reason: null },
          ],
        },
        { delegation: CN, cards: [], votes: [], outcome: 'not-signed', by: null, reason: null },
      ],
    },
  ],
  case: [
    { kind: 'case', from: US, of: JP, text: 'They are nearest.', guess: -0.5 },
    { kind: 'case', from: US, of: JP, text: 'They are nearest.', guess: null },
  ],
  'case-score': [
    { kind: 'case-score', from: US, of: JP, score: 3, text: 'Our harbours.' },
    { kind: 'case-score', from: US, of: JP, score: 5, text: '' },
  ],
  strategy: [
    {
      kind: 'strategy',
      sheet: {
        ...{ aim: 'A date.', canSpare: 'The figure.', noDeal: 'We go home.', question: 'By when?' },
        theySay: { [JP]: 'Not yet.', [CN]: '' },
      },
    },
  ],
  bracket: [{ kind: 'bracket', clause: clause?.key ?? '', text: 'Our law forbids it.' }],
  version: [
    {
      ...{
        kind: 'version',
        clause: clause?.key ?? '',
        heading: 'Trade',
        broughtIn: false,
        version: versionId.parse('jp-2'),
      },
      ...{ side: JP, drafter: seat('jp.finance'), text: 'Sixty days.', before: 'Thirty days.', cites: '41' },
    },
    {
      ...{
        kind: 'version',
        clause: 'chair.1',
        heading: 'Fisheries',
        broughtIn: true,
        version: versionId.parse('chair-1'),
      },
      ...{ side: null, drafter: null, text: 'No nets.', before: null, cites: null },
    },
  ],
  stand: [
    {
      kind: 'stand',
      clause: clause?.key ?? '',
      heading: 'Trade',
      of: JP,
      nth: 2,
      clean: true,
      text: 'We can sell it.',
    },
  ],
  offer: [
    {
      ...{ kind: 'offer', from: JP, to: CN, status: 'refused', text: 'Your list for our calendar.' },
      ours: [{ heading: 'Trade', of: CN, nth: 2 }],
      theirs: [{ heading: 'Channels', of: JP, nth: 1 }],
    },
  ],
  claim: [
    {
      ...{ kind: 'claim', text: 'The limits are reviewed each year.', met: true, shownBy: 41 },
      ...{ confirmed: false, replacedBy: 58 },
    },
    {
      ...{ kind: 'claim', text: 'No one promises more.', met: false, shownBy: null },
      ...{ confirmed: true, replacedBy: null },
    },
  ],
  motion: [
    { kind: 'motion', moved: { kind: 'caucus', minutes: 5 }, text: 'We must ask our capital.' },
    { kind: 'motion', moved: { kind: 'appeal', ruling: 41 }, text: '' },
  ],
  ruling: [{ kind: 'ruling', of: seat('jp.finance'), cites: 40, upheld: true, text: 'That was of another round.' }],
  chips: [{ kind: 'chips', laid: [{ tension: plan.rounds[0]?.key ?? '', chips: 7 }] }],
  reading: [{ kind: 'reading', heading: 'Trade', of: JP, nth: 2, value: -1.5 }],
  reopened: [{ kind: 'reopened', clause: clause?.key ?? '', heading: 'Trade', text: 'The ministry objects.' }],
  procedure: rehearsed('procedure'),
}

function rehearsed<K extends Paragraph['kind']>(kind: K): Extract<Paragraph, { kind: K }>[] {
  const isOfKind = (entry: Paragraph): entry is Extract<Paragraph, { kind: K }> => entry.kind === kind
  return paragraphs(state).filter(isOfKind)
}

const mei = personId.parse('mei')
const displayNames = { [mei]: 'Mei Castellano' }
const about = { plan, displayNames, timeZone: 'Asia/Tokyo' }
const inFiles = {
  ...{ ...about, locale: 'en' },
  words: { t: translate('transcript'), record: translate('record') },
}
const head = { forWhom: 'F', title: 'T', lines: [], foot: '' }

const entryOf = (content: EntryContent): Paragraph => ({
  ...content,
  ...{
    no: '44',
    id: '44',
    was: null,
    seq: 44,
    at: 86_400_000,
    phase: 0,
    phaseKind: 'floor',
    off: [],
    understudy: false,
  },
  ...(content.kind === 'reveal' ? { round: plan.rounds[0]?.key ?? null } : { round: null }),
  ...(BY_THE_CHAIR.has(content.kind)
    ? { by: actorId.parse('chair:c'), person: null, seat: null, delegation: null }
    : { by, person: mei, seat: seat('us.state'), delegation: US }),
})
const BY_THE_CHAIR = new Set<Paragraph['kind']>(['news', 'note', 'reveal', 'issued', 'procedure', 'ruling'])

/** The words in their order, without what only sets them: marks, points, and the letters of a delegation, which a page sets on a plate. */
const wordsIn = (text: string): string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word !== letter)
const letter = plan.delegations.find(({ id }) => id === US)?.letter

const asText = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replaceAll('&quot;', ' ')

const onScreen = (entry: Paragraph): string[] => {
  const html = markup(<RecordLine paragraph={entry} about={{ ...about, still: true }} />)
  // The plate names its delegation to who cannot see it.
  return wordsIn(asText(html.replace(/(aria-hidden="true">[^<]*<\/span>)<span[^>]*>[^<]*<\/span>/, '$1')))
}
/** Up to the sources at the foot. */
const ofEntry = (file: string): string => file.split(/¶ [A-Z]: |Written in class/)[0] ?? ''
function inMarkdown(entry: Paragraph): string[] {
  const file = transcriptMarkdown([entry], head, inFiles)
  return wordsIn(ofEntry(file.slice(file.indexOf('**44**'))))
}
async function inDocument(entry: Paragraph): Promise<string[]> {
  const body = unzipped(Buffer.from(await transcriptDocx([entry], head, inFiles))).get('word/document.xml') ?? ''
  return wordsIn(ofEntry(asText(body.slice(body.indexOf('>44<')))))
}

const KINDS = Object.entries(SAMPLES)

test.each(KINDS)('L16 %s says in each file what it says on screen', async (_, contents) => {
  expect(contents.length).toBeGreaterThan(0)
  for (const entry of contents.map(entryOf)) {
    const said = onScreen(entry)
    const files = [inMarkdown(entry), await inDocument(entry)]
    // What an entry opens is short on screen and in full in a file.
    if (entry.kind === 'reveal' || entry.kind === 'issued' || entry.kind === 'version')
      for (const file of files) expect(file.map(small)).toEqual(expect.arrayContaining(said.map(small)))
    else expect(files).toEqual([said, said])
  }
})
const small = (word: string) => word.toLowerCase()
