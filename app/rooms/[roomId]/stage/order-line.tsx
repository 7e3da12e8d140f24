'use client'
// One line beneath the clock: the motion that is open, its result, or the chair's ruling on a point of order.
import { useLocale, useTranslations } from 'next-intl'
import { entryParts } from '#record/entry-parts.ts'
import { dashed } from '#record/off-words.ts'
import { movedWords } from '#record/procedure-sentence.ts'
import { useNow } from '#room/use-now.ts'
import { answersTo, namedMotion } from '#simulation/questions/motions'
import { type OrderLine as Line, orderLine } from '#simulation/reading/order-line'
import { delegationIn } from '#ui/delegations.ts'
import type { StageContext } from './stage-context'
import styles from './stage-view.module.css'

export function OrderLine({ on }: { on: StageContext }) {
  const line = orderLine(on.state, useNow(on.now, 1_000))
  return (
    <p className={styles.order} role="status">
      {line ? <Words on={on} line={line} /> : null}
    </p>
  )
}

function Words({ on, line }: { on: StageContext; line: Line }) {
  const t = useTranslations('stage.order')
  const record = useTranslations('record')
  const locale = useLocale()
  const { state, displayNames } = on
  if (line.kind === 'said') {
    const about = { plan: state.plan, displayNames }
    const { office, heading, text } = entryParts(line.entry, about, { record, locale })
    return [office, heading, text].flatMap((part) => (part ? dashed(part) : [])).join(' ')
  }
  const { by, moved, poll } = line.motion
  const stands = answersTo(state, line.motion)
  const what = movedWords(record, namedMotion(state, moved))
  if (poll) return t('poll', { what, ...stands })
  const capital = delegationIn(state.plan, by)?.capital ?? ''
  return t('moves', { capital, what, ...stands })
}
