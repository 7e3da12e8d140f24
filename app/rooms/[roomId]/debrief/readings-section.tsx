// One text, several readings: for each agreed clause the words, and where each side that agreed to it takes them to stand.
import { useFormatter, useTranslations } from 'next-intl'
import { Proof } from '#record/proof'
import { GappedWords } from '#record/words/gapped-words'
import type { DelegationId } from '#simulation/kernel/ids'
import {
  type ClauseReadings,
  clauseReadings,
  type FinalClause,
  finalClauses,
  hasReadings,
  readingsCounted,
  readingsFinding,
} from '#simulation/reading/text/clause-readings'
import type { RoomState } from '#simulation/state/room-state'
import { AxisEnds } from '#ui/charts/axis-ends'
import { Drawing } from '#ui/charts/chart-figure'
import { delegationIn, delegationsIn } from '#ui/words/delegations.ts'
import { signed, unsigned } from '#ui/words/signed.ts'
import type { DebriefData } from './debrief-data'
import { Part } from './part'
import { ReadingsDrawing } from './readings-drawing'
import styles from './readings-section.module.css'

export function ReadingsSection({ back: { state } }: { back: DebriefData }) {
  const t = useTranslations('debrief.readings')
  const title = useReadingsTitle(state)
  const all = finalClauses(state)
  if (all === null || !hasReadings(state.plan)) return null
  const read = clauseReadings(state)
  const { kind } = readingsFinding(state)
  return (
    <Part
      long
      title={title}
      sub={read.length === 0 ? undefined : t(kind === 'none' ? 'subNone' : 'sub')}
      proof={<ReadProof state={state} read={read} />}
    >
      {read.map((one) => (
        <Clause key={one.clause.key} state={state} one={one} />
      ))}
      {read.length === 0 ? null : (
        <>
          <NotAgreed clauses={all.filter(({ agreed }) => !agreed)} />
          <p className={styles.rests}>{t('rests', readingsCounted(state))}</p>
        </>
      )}
    </Part>
  )
}

/** Several delegations by their capitals. */
export function useSides(state: RoomState): (ids: readonly DelegationId[]) => string {
  const format = useFormatter()
  return (ids) => format.list(ids.map((id) => delegationIn(state.plan, id)?.capital ?? ''))
}

/** The same, and all of them by their number; `within` a sentence or at its start. */
function useSigners(state: RoomState): (ids: readonly DelegationId[], within?: boolean) => string {
  const t = useTranslations('debrief.readings')
  const sides = useSides(state)
  return (ids, within = false) =>
    ids.length === state.plan.delegations.length
      ? t(within ? 'everybodyWithin' : 'everybody', { count: ids.length })
      : sides(ids)
}

function useReadingsTitle(state: RoomState): string {
  const t = useTranslations('debrief.readings')
  const sides = useSides(state)
  const signers = useSigners(state)
  const found = readingsFinding(state)
  switch (found.kind) {
    case 'apart': {
      const { clause, apart } = found
      const pair = sides([apart.first, apart.second])
      return t('title.apart', {
        signers: signers(clause.by),
        number: clause.number,
        pair,
        steps: unsigned(apart.steps),
      })
    }
    case 'alike':
      if (!found.only) return t('title.allAlike')
      return t('title.alike', { sides: signers(found.by), number: found.clause.number, value: signed(found.value) })
    case 'one':
      return t('title.one', { capital: sides([found.by]), number: found.clause.number })
    case 'none':
    case 'nothing-agreed':
    case 'nothing-asked':
      return t(`title.${found.kind}`)
    default:
      return found satisfies never
  }
}

function Clause({ state, one }: { state: RoomState; one: ClauseReadings }) {
  const t = useTranslations('debrief.readings')
  const sides = useSides(state)
  const signers = useSigners(state)
  const { clause, unmarked, outside, asItStood, stood } = one
  const silent = clause.outcome?.silent ?? []
  const reserved = clause.outcome?.reserved ?? []
  return (
    <article className={styles.clause}>
      <span className={styles.number}>{clause.number}</span>
      <div>
        <p className={styles.words}>
          <GappedWords text={clause.text} plan={state.plan} />
        </p>
        <p className={`hint ${styles.small}`}>
          {[
            t('agreedBy', { sides: signers(clause.by, true) }),
            reserved.length > 0 ? t('reservedBy', { sides: sides(reserved) }) : null,
            silent.length > 0 ? t('didNotVote', { sides: sides(silent) }) : null,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      </div>
      <div className={styles.chart}>
        <h3>
          <Finding state={state} one={one} />
        </h3>
        {one.readings.length === 0 ? null : (
          <>
            <Drawing fits="halfOnly">
              <ReadingsDrawing state={state} one={one} width={560} />
            </Drawing>
            <Drawing fits="phone">
              <ReadingsDrawing state={state} one={one} width={330} />
            </Drawing>
            <AxisEnds axis={one.axis} />
          </>
        )}
        <p className={`hint ${styles.small}`}>
          {[
            stood.length > 0 ? t('hollow') : null,
            asItStood ? t('asItStood') : null,
            unmarked.length > 0 && one.readings.length > 0 ? t('unmarked', { sides: sides(unmarked) }) : null,
            outside.length > 0 ? t('outside', { sides: sides(outside) }) : null,
          ]
            .filter((part) => part !== null)
            .join(' ')}
        </p>
      </div>
    </article>
  )
}

function Finding({ state, one: { finding, readings } }: { state: RoomState; one: ClauseReadings }) {
  const t = useTranslations('debrief.readings.finding')
  const sides = useSides(state)
  const signers = useSigners(state)
  switch (finding.kind) {
    case 'apart': {
      const { first, second, steps } = finding.apart
      return t('apart', { pair: sides([first, second]), steps: unsigned(steps) })
    }
    case 'alike':
      return t('alike', { sides: signers(readings.map(({ delegation }) => delegation)), value: signed(finding.value) })
    case 'one':
      return t('one', { capital: sides([finding.by]) })
    case 'none':
      return t('none')
    default:
      return finding satisfies never
  }
}

function NotAgreed({ clauses }: { clauses: readonly FinalClause[] }) {
  const t = useTranslations('debrief.readings')
  const format = useFormatter()
  if (clauses.length === 0) return null
  const numbers = format.list(clauses.map(({ number }) => `${number}`))
  return <p className={styles.not}>{t('notAgreed', { count: clauses.length, numbers })}</p>
}

/** What the title counts: each agreed clause, and where every side reads it. */
function ReadProof({ state, read }: { state: RoomState; read: readonly ClauseReadings[] }) {
  const t = useTranslations('debrief.readings')
  const says = useTranslations('debrief.proof.read')
  const format = useFormatter()
  return (
    <Proof
      ways={['apart', 'alike', 'one', 'none']}
      says={says}
      grounds={read.map((one) => ({ ...one, key: one.clause.key, way: one.finding.kind, entries: [] }))}
      words={({ clause, readings }) =>
        t('readAt', {
          clause: t('numbered', { number: clause.number, heading: clause.heading }),
          list: format.list(
            delegationsIn(state.plan).map(({ id, capital }) => {
              const found = readings.find(({ delegation }) => delegation === id)
              const at = found ? signed(found.value) : t(clause.by.includes(id) ? 'noReading' : 'outsideCell')
              return t('sideAt', { capital, at })
            }),
          ),
        })
      }
    />
  )
}
