// Understudies that act as heads while sides ask each other (rule U18): they ask and answer by the scenario's lines, guess that a side stays
// where it stood, say its case in its own public words, and score by how much of their own position they find again.
import { delegationIds } from '../agenda/parties'
import { wordCount } from '../kernel/gaps'
import { type AxisValue, type DelegationId, type TensionKey, understudyActor } from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { CASE_WORDS, caseOf, casesRound, othersOf, scoresNow } from '../questions/cases'
import { latestValues } from '../reading/log/gap'
import { citationsOf } from '../scenario/facts'
import { linesFor } from '../scenario/lookup'
import type { ClientCommand } from '../shapes/room-command'
import type { Seat } from '../shapes/seats'
import { phaseNow, positionFile } from '../state/room-state'
import { isStatement } from '../topics/statements/statements'
import {
  draw,
  type Move,
  momentAt,
  playedHead,
  playedSeats,
  turnOf,
  type UnderstudyContext,
} from './understudy-context'
import { heardStatements } from './understudy-hearing'
import { sayerOf } from './understudy-lines'
import { toPeople } from './understudy-people'
import { type Saying, saidLines } from './understudy-saying'

/** When, as shares of the phase: its questions, its guesses and its cases; and how soon it answers and scores. */
const [ASKS, GUESSES, SAYS] = [0.03, 0.4, 0.5]
const SOON = 0.06

type Side = Readonly<{ own: DelegationId; of: DelegationId; head: Seat; round: TensionKey }>

/** What the understudies who act as heads do with each other side while sides ask each other. */
export function caseMoves(context: UnderstudyContext): Move[] {
  return sidesPlayed(context).flatMap((side) => {
    const { own, of } = side
    const { state } = context
    const ours = caseOf(state, own, of)
    const theirs = caseOf(state, of, own)
    const place = othersOf(state.plan, own).indexOf(of)
    const at = (share: number) => momentAt(context, share + 0.04 * place + turnOf(context, own, 0.02))
    const by = understudyActor(side.head.id)
    if (ours.question === null) return says(context, side, questionsTo(context, side), null, at(ASKS))
    const asked = theirs.question
    const answers =
      asked === null || theirs.answer !== null || state.plan.kind === 'homework'
        ? []
        : says(
            context,
            side,
            answersTo(context, side, asked),
            asked,
            soonAfter(context, state.record.at(asked - 1)?.at),
          )
    if (ours.guess === null)
      return [...answers, { at: at(GUESSES), by, command: { type: 'guessAgain', of, value: standsAt(context, side) } }]
    const text = ours.stated ? null : caseText(context, side)
    return text === null ? answers : [...answers, { at: at(SAYS), by, command: { type: 'stateCase', of, text } }]
  })
}

/** E6: what they find of the cases said for them, also once the phase is over. */
export function caseScores(context: UnderstudyContext): Move[] {
  if (!scoresNow(context.state)) return []
  return sidesPlayed(context).flatMap((side): Move[] => {
    const { stated, score } = caseOf(context.state, side.of, side.own)
    if (!stated || score) return []
    const found = judged(context, side, stated.text)
    const at = soonAfter(context, stated.at)
    return [{ at, by: understudyActor(side.head.id), command: { type: 'scoreCase', from: side.of, ...found } }]
  })
}

function sidesPlayed({ state }: UnderstudyContext): readonly Side[] {
  const round = casesRound(state.plan)
  if (round === null) return []
  return delegationIds(state.plan).flatMap((own) => {
    const head = playedHead(state, own)
    return head ? othersOf(state.plan, own).map((of) => ({ own, of, head, round })) : []
  })
}

const soonAfter = (context: UnderstudyContext, at: number | undefined): number =>
  Math.max(context.startsAt, at ?? 0) + Math.round(SOON * context.seconds * 1000)

/** The first of these that one of the delegation's understudies may say, as its question or as its answer. */
function says(
  context: UnderstudyContext,
  { own, of, round }: Side,
  sayings: readonly Saying[],
  answers: number | null,
  at: number,
): Move[] {
  const { state, scenario } = context
  for (const line of sayings) {
    const seat = sayerOf(context, line, playedSeats(state, own))
    if (!seat) continue
    const put = answers === null ? { intent: 'question' as const, to: of } : { intent: 'point' as const }
    const words = { text: line.text, answers, ...put, anchors: [...citationsOf(scenario, line)] }
    const phase = phaseNow(state)
    const command: ClientCommand =
      phase?.posts === true
        ? { type: 'postStatement', phase: state.agenda.index, round, ...words }
        : { type: 'makeStatement', ...words }
    return [{ at, by: understudyActor(seat.id), command }]
  }
  return []
}

/** The questions to a side: what was not asked yet first, and on the round's own tension before others. */
function questionsTo(context: UnderstudyContext, { own, of, round }: Side): readonly Saying[] {
  const { scenario } = context
  const said = saidLines(context)
  const all = [round, ...scenario.tensions.flatMap(({ key }) => (key === round ? [] : [key]))]
  const lines = all.flatMap((key) => linesFor(scenario, own, key))
  const to = lines.flatMap((line) => (line.kind === 'question' && line.to === of ? [line] : []))
  return [...to.filter(({ text }) => !said.has(text)), ...to.filter(({ text }) => said.has(text))]
}

/** What a delegation has to say to a question: to a line of the scenario its reply, to a person what it would say on the floor. */
function answersTo(context: UnderstudyContext, { own, round }: Side, question: number): readonly Saying[] {
  const { state, scenario } = context
  const event = state.record.at(question - 1)?.event
  if (!event || !isStatement(event)) return []
  const asked = scenario.lines.find(({ kind, text }) => kind === 'question' && text === event.text)
  const replies = scenario.lines.filter((line) => line.kind === 'reply' && line.answers === asked?.id)
  if (asked) return replies.flatMap((line) => (line.delegation === own ? [{ ...line, to: null }] : []))
  return toPeople(context, own, heardStatements(context, round), saidLines(context)).flatMap(
    ({ line, heard, answers }) => (heard === question || answers === question ? [line] : []),
  )
}

const standsAt = ({ state }: UnderstudyContext, { of, round }: Side): AxisValue =>
  latestValues(state, round).values[of] ?? 0

/** What a side says of itself in public: the position it opened with, else its opening lines. */
const publicWords = ({ state, scenario }: UnderstudyContext, of: DelegationId, round: TensionKey): string => {
  const { revealed, filed } = positionFile(state, round, 'opening', of)
  if (revealed && filed && filed.position.text !== '') return filed.position.text
  const lines = linesFor(scenario, of, round).filter(({ kind }) => kind === 'opening')
  return lines.map(({ text }) => text).join(' ')
}

/** As many whole sentences of its public words as a case may have; null where it has said nothing. */
function caseText(context: UnderstudyContext, { of, round }: Side): string | null {
  let text = ''
  for (const sentence of sentencesIn(context, publicWords(context, of, round))) {
    const longer = `${text}${sentence}`
    if (wordCount(longer) > CASE_WORDS || longer.length > LIMITS.case) break
    text = longer
  }
  return text.trim() || null
}

/** From one to five by the share of the own position's words that a case holds; below five the sentence of which it holds least. */
function judged(context: UnderstudyContext, { own, of, round }: Side, text: string) {
  const held = new Set(longWords(context, text))
  const share = (words: readonly string[]) => words.filter((word) => held.has(word)).length / Math.max(1, words.length)
  const position = publicWords(context, own, round)
  const score = Math.min(
    5,
    2 + Math.floor(share(longWords(context, position)) * 6) + draw(context, 2, 'score', own, of),
  )
  const least = sentencesIn(context, position)
    .map((sentence) => ({ sentence: sentence.trim(), share: share(longWords(context, sentence)) }))
    .toSorted((a, b) => a.share - b.share)[0]
  if (score === 5 || !least) return { score: 5, missing: null }
  return { score, missing: least.sentence.slice(0, LIMITS.reason) }
}

const sentencesIn = ({ scenario }: UnderstudyContext, text: string): readonly string[] =>
  [...new Intl.Segmenter(scenario.language, { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment)

/** The distinct words of a text that say something: no article has four letters, and a word of a script without spaces may have two. */
function longWords({ scenario }: UnderstudyContext, text: string): readonly string[] {
  const words = [...new Intl.Segmenter(scenario.language, { granularity: 'word' }).segment(text.toLowerCase())]
  return [
    ...new Set(
      words.flatMap(({ segment, isWordLike }) =>
        isWordLike && (segment.length > 3 || wordCount(segment) > 1) ? [segment] : [],
      ),
    ),
  ]
}
