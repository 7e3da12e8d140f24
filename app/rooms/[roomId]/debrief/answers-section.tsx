// Who answered whom, as a table with a bar and a number in each cell.
import { useFormatter, useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { capitalOf } from '#record/names-in-plan.ts'
import { Proof } from '#record/proof'
import type { DelegationId } from '#simulation/kernel/ids'
import { type Answers, answersAmong } from '#simulation/reading/positions/debrief'
import { answeredGrounds, answersFinding } from '#simulation/reading/positions/findings'
import { turnsAloud, turnsSaid, waysAnswered } from '#simulation/reading/talk/turns-said'
import type { RoomState } from '#simulation/state/room-state'
import { Placard } from '#ui/charts/placard'
import { ScrollRegion } from '#ui/page/scroll-region'
import { delegationColours } from '#ui/words/delegation-colours.ts'
import { type Delegation, delegationIn, delegationsIn } from '#ui/words/delegations.ts'
import styles from './answers-section.module.css'
import type { DebriefData } from './debrief-data'
import { Part } from './part'

export function AnswersSection({ back: { room, state } }: { back: DebriefData }) {
  const t = useTranslations('debrief.answers')
  const delegations = delegationsIn(state.plan)
  const answers = answersAmong(state)
  const most = Math.max(1, ...Object.values(answers).flatMap((row) => Object.values(row)))
  return (
    <Part {...useTitle(state)} proof={<AnswersProof room={room} state={state} />}>
      <Aloud state={state} />
      <ScrollRegion className={styles.scroll} label={t('caption')}>
        <table className={styles.matrix} style={{ '--bar': `${barFor(delegations.length)}rem` } as CSSProperties}>
          <caption className="unseen">{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('corner')}</th>
              {delegations.map((to) => (
                <th key={to.id} scope="col">
                  <Placard delegation={to} size="xs" />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {delegations.map((by) => (
              <tr key={by.id} className={delegationColours(by)}>
                <th scope="row">
                  <Placard delegation={by} size="xs" silent /> <span>{by.name}</span>
                </th>
                {delegations.map((to) => (
                  <td key={to.id}>{by.id === to.id ? '–' : <Field count={countOf(answers, by, to)} most={most} />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Part>
  )
}

const countOf = (answers: Answers, by: Delegation, to: Delegation): number => answers[by.id]?.[to.id] ?? 0

const LONGEST = 72

/** How long the longest bar is drawn, in rem: with many delegations the table still stands in its half of the page. */
const barFor = (delegations: number): number => (delegations <= 4 ? 4.5 : delegations <= 5 ? 3 : 1)

function Field({ count, most }: { count: number; most: number }) {
  const width = (count / most) * LONGEST
  return (
    <span className={`line ${styles.field}`}>
      <svg viewBox={`0 0 ${LONGEST} 14`} aria-hidden="true">
        <rect x={LONGEST - width} y="0" width={width} height="14" />
      </svg>
      <b>{count}</b>
    </span>
  )
}

/** Of turns spoken aloud: how each delegation was answered, and which turns have not said. */
function Aloud({ state }: { state: RoomState }) {
  const t = useTranslations('debrief.answers.aloud')
  const format = useFormatter()
  const { turns, newPoints, unsaid } = turnsSaid(state)
  if (turns === 0) return null
  const ways = waysAnswered(state).map(({ to, count, none, ...how }) => {
    const parts = (['against', 'for', 'question'] as const).filter((way) => how[way] > 0)
    const said = [
      ...parts.map((way) => t(way, { count: how[way] })),
      ...(none > 0 ? [t('unsaidHow', { count: none })] : []),
    ]
    return t('answered', { capital: delegationIn(state.plan, to)?.capital ?? '', count, list: format.list(said) })
  })
  return (
    <>
      {ways.length > 0 ? (
        <ul>
          {ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
      ) : null}
      {newPoints + unsaid > 0 ? (
        <p>
          {newPoints > 0 ? `${t('newPoints', { count: newPoints })} ` : null}
          {unsaid > 0 ? t('unsaid', { count: unsaid, closed: state.closedAt === null ? 'no' : 'yes' }) : null}
        </p>
      ) : null}
    </>
  )
}

/** What the title counts: turns spoken aloud by what they say, or the entries that answer each delegation. */
function AnswersProof({ room, state }: Pick<DebriefData, 'room' | 'state'>) {
  const t = useTranslations('debrief.proof')
  const aloud = turnsAloud(state)
  if (aloud.length > 0)
    return <Proof ways={['worded', 'answers', 'new-point', 'unsaid']} says={t} grounds={aloud} room={room.id} />
  return (
    <Proof
      ways={['most', 'between', 'least', 'each']}
      says={t}
      grounds={answeredGrounds(state)}
      words={({ to, entries }) => t('answered', { capital: capitalOf(state.plan, to), count: entries.length })}
      room={room.id}
    />
  )
}

/** What is known of turns spoken aloud, where there are any; then which delegations were answered most, and which least. */
function useTitle(state: RoomState): { title: string; sub: string } {
  const t = useTranslations('debrief.answers')
  const answered = useAnswered(state)
  const known = turnsSaid(state)
  if (known.turns === 0) return { title: answered, sub: t('sub') }
  const ranked = answersFinding(state).kind === 'none' ? [] : [`${answered}.`]
  return { title: t('aloud.title', known), sub: [...ranked, t('aloud.sub')].join(' ') }
}

function useAnswered(state: RoomState): string {
  const t = useTranslations('debrief.answers')
  const finding = answersFinding(state)
  const format = useFormatter()
  const capitals = (ids: readonly DelegationId[]) =>
    format.list(ids.map((id) => delegationIn(state.plan, id)?.capital ?? ''))
  switch (finding.kind) {
    case 'none':
      return t('none')
    case 'even':
      return t('even', { count: finding.count })
    case 'ranked': {
      const { most, least } = finding
      if (most.stands === 'many' || least.stands === 'many') return t('flat')
      return t('ranked', {
        firsts: capitals(most.at),
        most: most.at.length,
        count: most.value,
        lasts: capitals(least.at),
        fewest: least.at.length,
        least: least.value,
      })
    }
    default:
      return finding satisfies never
  }
}
