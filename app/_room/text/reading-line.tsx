'use client'
// Where a head takes the words to stand that its delegation signed: one tap on the line, half a step lower or higher, or not now.
import { useTranslations } from 'next-intl'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { readingId } from '#room/hooks/own-work.ts'
import { useReadingsPassed } from '#room/hooks/use-readings-passed.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import { useSentValue } from '#room/hooks/use-sent-value.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { AxisMark } from '#room/table/axis-mark'
import { RefusalText } from '#room/words/refusal-text'
import { axisOf, notRead, readingBy, readingsNow } from '#simulation/questions/readings'
import { cleanVersion } from '#simulation/questions/text'
import { wordsKey } from '#simulation/reading/talk/asked-text'
import type { ClauseText } from '#simulation/shapes/text'
import { Button } from '#ui/controls/button'
import { delegationIn } from '#ui/words/delegations.ts'
import { Icon } from '#ui/words/icon'
import { LockLine } from '#ui/words/seal'
import { signed } from '#ui/words/signed.ts'
import styles from './reading-line.module.css'

type ReadingProps = {
  at: SeatView
  clause: ClauseText
  /** Leads to another clause that is still to be read. */
  next?: { number: number; go: () => void } | null
}

export function ReadingLine({ at, clause, next = null }: ReadingProps) {
  const t = useTranslations('room.reading')
  const said = useSaidAt(at.state)
  const request = useRequest(at.view)
  const { passed, pass } = useReadingsPassed(at)
  const { state, delegation, seat } = at
  const axis = axisOf(state.plan, clause.tension)
  const version = cleanVersion(clause)
  const reading = readingBy(state, clause, seat.id)
  const [value, mark] = useSentValue(reading?.value ?? null)
  const party = delegation === null ? undefined : delegationIn(state.plan, delegation)
  if (!at.acts || delegation === null || !party || !axis || !version || !readingsNow(state)) return null
  if (notRead(state, clause, delegation) !== null) return null
  const key = wordsKey(clause.key, version.id)
  if (reading === null && passed.includes(key)) return null
  return (
    <section
      id={readingId(clause.key)}
      className={`stack ${styles.reading}`}
      aria-label={t('asRead', { capital: party.capital })}
    >
      <h4>{t('asRead', { capital: party.capital })}</h4>
      <AxisMark
        label={t('where')}
        name={`reading-${clause.key}`}
        delegation={party}
        axis={axis}
        value={value}
        onMark={(to) =>
          mark(to, () => request.ask({ type: 'markReading', clause: clause.key, version: version.id, value: to }))
        }
      />
      {value === null ? <Button onClick={() => pass(key)}>{t('notNow')}</Button> : null}
      {reading ? (
        <p className={`line ${styles.sealed}`} role="status">
          <Icon name="lock" />
          <span>
            <b>{t('sealed', { time: said(reading.at), value: signed(reading.value) })}</b> {t('changeable')}
          </span>
        </p>
      ) : (
        <LockLine>{t('privacy')}</LockLine>
      )}
      {reading && next ? (
        <Button kind="primary" onClick={next.go}>
          {t('next', { number: next.number })}
        </Button>
      ) : null}
      <RefusalText>{request.refused}</RefusalText>
    </section>
  )
}
