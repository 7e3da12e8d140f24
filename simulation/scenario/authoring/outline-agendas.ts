// The agendas of a scenario made from an outline: two seminars and a week, without a text to negotiate. Each plays as many of the tensions, in
// their order, as it has time for.
import type { TensionKey } from '../../kernel/ids'
import type { Agenda, AgendaBlock, HomeworkAgenda, SeminarAgenda, SeminarPhase } from '../scenario'
import type { Outline } from './outline'
import { OUTLINE_WORDS } from './outline-words'

const MINUTE = 60
/** A floor debate is worth opening for so long, in seconds. */
const LEAST_FLOOR = 4 * MINUTE
/** What a week asks about at most; more would be read by nobody. */
const MOST_IN_A_WEEK = 4

type Lengths = Readonly<
  Record<'briefing' | 'caucus' | 'before' | 'reveal' | 'speaker' | 'after' | 'debrief' | 'reflection', number>
>

const SHORT: Lengths = {
  ...{ briefing: 240, caucus: 210, before: 120, reveal: 45, speaker: 60, after: 60, debrief: 420, reflection: 240 },
}
const LONG: Lengths = {
  ...{ briefing: 300, caucus: 300, before: 150, reveal: 60, speaker: 90, after: 90, debrief: 510, reflection: 300 },
}
const MOVED = 20

export function agendasOf(outline: Outline, tensions: readonly TensionKey[]): Agenda[] {
  const parties = outline.parties.length
  return [
    seminarOf(outline, 'seminar-90', 90, tensions, LONG, parties),
    seminarOf(outline, 'seminar-50', 50, tensions, SHORT, parties),
    weekOf(outline, tensions.slice(0, MOST_IN_A_WEEK)),
  ]
}

function seminarOf(
  { language }: Outline,
  key: string,
  minutes: number,
  tensions: readonly TensionKey[],
  lengths: Lengths,
  parties: number,
): SeminarAgenda {
  const total = minutes * MINUTE
  const around = lengths.briefing + lengths.caucus + lengths.debrief + lengths.reflection
  const { before, reveal, speaker, after } = lengths
  // The first round's opening positions are filed in the caucus at the start.
  const rest = (rounds: number) =>
    total - around - rounds * (reveal + speaker * parties + after + MOVED) - (rounds - 1) * before
  let rounds = tensions.length
  while (rounds > 1 && rest(rounds) < rounds * LEAST_FLOOR) rounds -= 1
  const floor = Math.max(LEAST_FLOOR, 10 * Math.floor(rest(rounds) / rounds / 10))
  const plays = tensions.slice(0, rounds)
  const blocks: AgendaBlock[] = [
    { block: 'start', phases: [phase('briefing', lengths.briefing), phase('caucus', lengths.caucus)] },
    ...plays.map(
      (tension, place): AgendaBlock => ({
        ...{ block: 'round', tension, folded: [] },
        phases: [
          ...(place === 0 ? [] : [phase('caucus', before)]),
          phase('reveal', reveal),
          { ...phase('openings', speaker * parties), speakingSeconds: speaker },
          phase('floor', floor),
          phase('caucus', after),
          phase('moved', MOVED),
        ],
      }),
    ),
    // What is left of the seconds is talked about.
    {
      block: 'close',
      phases: [
        phase('debrief', lengths.debrief + Math.max(0, rest(rounds) - rounds * floor)),
        phase('reflection', lengths.reflection),
      ],
    },
  ]
  const totalSeconds = blocks.flatMap(({ phases }) => phases).reduce((sum, { seconds }) => sum + seconds, 0)
  const title = OUTLINE_WORDS[language].seminar(Math.round(totalSeconds / MINUTE))
  return { kind: 'seminar', key, title, totalSeconds, plays: [...plays], clauses: [], moreClauses: 0, why: '', blocks }
}

const phase = (kind: SeminarPhase['phase'], seconds: number): SeminarPhase => ({ phase: kind, seconds })

function weekOf({ language }: Outline, plays: readonly TensionKey[]): HomeworkAgenda {
  type Part = HomeworkAgenda['phases'][number]
  const part = (kind: Part['phase'], fromDay: number, dueDay: number, requires: Part['requires'] = []): Part => ({
    ...{ phase: kind, fromDay, dueDay, note: '', requires, injects: [] },
    // Of two parts that are due on one day the earlier one is due in the morning.
    ...(kind === 'reveal' || kind === 'reflection' ? { dueTime: '08:00' } : {}),
  })
  return {
    ...{ kind: 'homework', key: 'week', title: OUTLINE_WORDS[language].week, totalDays: 7, deadlineTime: '20:00' },
    ...{ deadlineNote: '', plays: [...plays], clauses: [], moreClauses: 0, why: '' },
    phases: [
      part('briefing', 1, 1, [{ what: 'own-view', count: plays.length, by: 'student' }]),
      part('caucus', 1, 2, [{ what: 'position-draft', count: 1, by: 'student' }]),
      part('reveal', 3, 3),
      part('openings', 3, 4, [{ what: 'opening', count: 1, by: 'leader' }]),
      part('floor', 4, 6, [{ what: 'answer', count: 2, by: 'student' }]),
      part('reflection', 7, 7, [{ what: 'reflection', count: 1, by: 'student' }]),
      part('debrief', 7, 7),
    ],
  }
}
