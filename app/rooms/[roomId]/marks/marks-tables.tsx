// The tables of a room's marks for students and positions, and the levels still to give. Each level links to its evidence.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { type Overview, type PositionRow, type StudentRow, sumOf } from '#marks/overview.ts'
import type { SavedMark } from '#marks/score.ts'
import { deskPath, entryPath, gradingPath } from '#paths'
import type { RoomPlan, RoundPlan } from '#simulation/agenda/plan'
import { type Criterion, columnsOf, type Rubric, topOf } from '#simulation/reading/log/rubric'
import { Band } from '#ui/charts/band'
import { Placard } from '#ui/charts/placard'
import { LinkButton } from '#ui/controls/button'
import { ScrollRegion } from '#ui/page/scroll-region'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './marks.module.css'

/** The id of the form for whoever may not open the desk. */
export const GIVE_FORM = 'give'

type MarksTablesProps = {
  plan: RoomPlan
  roomId: string
  activityId: string
  overview: Overview
  newest: Rubric
  /** Whether the reader may open the room's desk. */
  steers: boolean
  /** The positions of a round in full. */
  cardsOf: (round: RoundPlan) => ReactNode
}

export function MarksTables({ plan, roomId, activityId, overview, newest, steers, cardsOf }: MarksTablesProps) {
  const t = useTranslations('marks')
  const { students, positions } = overview
  const criteria = { students: columnsOf(newest, students), positions: columnsOf(newest, positions, 'position') }
  return (
    <>
      {overview.given === 0 && overview.of > 0 ? (
        <FirstMark desk={steers ? deskPath(roomId) : null} top={topOf(newest)} />
      ) : null}
      <div className={styles.section}>
        <Band level={2} title={t('students')} right={t('perStudent')} />
        {students.length === 0 ? (
          <p className={styles.none}>{t('noStudents')}</p>
        ) : (
          <Frame label={t('students')}>
            <Head first={t('student')} criteria={criteria.students} />
            <tbody>
              {students.map((student) => (
                <tr key={student.id}>
                  <th scope="row">
                    <Student plan={plan} activityId={activityId} student={student} />
                  </th>
                  <Cells roomId={roomId} row={student} criteria={criteria.students} />
                </tr>
              ))}
            </tbody>
          </Frame>
        )}
      </div>
      <div className={styles.section}>
        <Band level={2} title={t('positions')} right={t('perRound')} />
        <Frame label={t('positions')}>
          <Head first={t('delegation')} criteria={criteria.positions} />
          {byRound(positions).map(({ number, round, rows }) => (
            <tbody key={number}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={criteria.positions.length + 2}>
                  {t('round', { number, title: round.title })}
                </th>
              </tr>
              {rows.map((row) => {
                const delegation = delegationIn(plan, row.delegation)
                return delegation ? (
                  <tr key={row.delegation}>
                    <th scope="row">
                      <span className={`line ${styles.who}`}>
                        <Placard delegation={delegation} size="xs" silent />
                        {delegation.name}
                      </span>
                    </th>
                    <Cells roomId={roomId} row={row} criteria={criteria.positions} />
                  </tr>
                ) : null
              })}
            </tbody>
          ))}
        </Frame>
        {plan.rounds.map((round) => (
          <Fragment key={round.key}>{cardsOf(round)}</Fragment>
        ))}
      </div>
      <Missing desk={steers ? deskPath(roomId) : null} students={students} />
    </>
  )
}

/** How a mark is given, at the top until one is: beneath the tables nobody would look for it before their first. */
function FirstMark({ desk, top }: { desk: string | null; top: number }) {
  const t = useTranslations('marks.first')
  return (
    <section className={`ends unprinted ${styles.first}`} aria-label={t('title')}>
      <p>
        <b>{t('title')}</b> {t(desk ? 'desk' : 'form', { top })}
      </p>
      <LinkButton href={desk ?? `#${GIVE_FORM}`}>{t(desk ? 'toDesk' : 'toForm')}</LinkButton>
    </section>
  )
}

function byRound(positions: readonly PositionRow[]) {
  const numbers = [...new Set(positions.map(({ number }) => number))]
  return numbers.flatMap((number) => {
    const rows = positions.filter((row) => row.number === number)
    const [first] = rows
    return first ? [{ number, round: first.round, rows }] : []
  })
}

/** A frame in which a table wider than a phone scrolls. */
function Frame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ScrollRegion className={styles.frame} label={label}>
      <table className={`table ${styles.table}`}>
        <caption className="unseen">{label}</caption>
        {children}
      </table>
    </ScrollRegion>
  )
}

function Head({ first, criteria }: { first: string; criteria: readonly Criterion[] }) {
  const t = useTranslations('marks')
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {criteria.map(({ key, name }) => (
          <th key={key} scope="col">
            {name}
          </th>
        ))}
        <th scope="col">{t('sum')}</th>
      </tr>
    </thead>
  )
}

type StudentProps = { plan: RoomPlan; activityId: string; student: StudentRow }

function Student({ plan, activityId, student: { id, name, seat } }: StudentProps) {
  const t = useTranslations('marks')
  const delegation = delegationIn(plan, seat?.delegation)
  return (
    <>
      <span className={`line ${styles.who}`}>
        {delegation ? <Placard delegation={delegation} size="xs" /> : null}
        {name === null ? (
          t('erased')
        ) : (
          <Link href={gradingPath(activityId, id)} prefetch={false}>
            {name}
          </Link>
        )}
      </span>
      <small>{seat?.title ?? t('noSeat')}</small>
    </>
  )
}

type CellsProps = { roomId: string; row: StudentRow | PositionRow; criteria: readonly Criterion[] }

function Cells({ roomId, row, criteria }: CellsProps) {
  const t = useTranslations('marks')
  const sum = sumOf(row)
  return (
    <>
      {criteria.map(({ key }) => {
        const cell = row.cells.find(({ criterion }) => criterion.key === key)
        return <td key={key}>{cell ? <Level roomId={roomId} mark={cell.mark} /> : t('otherRubric')}</td>
      })}
      <td className={styles.sum}>{sum === null ? '–' : t('sumOf', sum)}</td>
    </>
  )
}

function Level({ roomId, mark }: { roomId: string; mark: SavedMark | null }) {
  const t = useTranslations('marks')
  if (mark === null)
    return (
      <span className="dim">
        <span aria-hidden="true">–</span>
        <VisuallyHidden>{t('notGiven')}</VisuallyHidden>
      </span>
    )
  return (
    <>
      <b className={styles.level}>{mark.level}</b>
      <small>
        {mark.noEvidence
          ? t('noEvidence')
          : mark.evidence.map((no, place) => (
              <span key={no}>
                {place > 0 ? ' ' : null}
                <Link href={entryPath(roomId, no)} aria-label={t('entry', { no })}>
                  {no}
                </Link>
              </span>
            ))}
      </small>
    </>
  )
}

/** The students with levels still to give, with a link to the desk. */
function Missing({ desk, students }: { desk: string | null; students: readonly StudentRow[] }) {
  const t = useTranslations('marks')
  const waiting = students.flatMap((student) => {
    const missing = student.cells.filter(({ mark }) => mark === null)
    return missing.length > 0 ? [{ student, missing }] : []
  })
  if (waiting.length === 0) return null
  return (
    <section className={styles.section} aria-label={t('toGive.title')}>
      <Band
        level={2}
        title={t('toGive.title')}
        right={desk ? <Link href={desk}>{t('toGive.desk')}</Link> : undefined}
      />
      <ul className={styles.list}>
        {waiting.map(({ student, missing }) => (
          <li key={student.id}>
            <b>{student.name ?? t('erased')}</b>{' '}
            {missing.length === student.cells.length
              ? t('toGive.all')
              : missing.map(({ criterion }) => criterion.name).join('; ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
