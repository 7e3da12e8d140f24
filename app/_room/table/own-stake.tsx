'use client'
// What the reader's own office has at stake in a round, and where it would stand: each member's task, and what the
// delegation has to settle among itself.
import { useTranslations } from 'next-intl'
import { useStep } from '#record/use-step.ts'
import { CitedText } from '#record/words/cited-text'
import type { RoundPlan } from '#simulation/agenda/plan'
import { ownBriefs } from '#simulation/reading/homework/own-briefs'
import { signed } from '#ui/words/signed.ts'
import type { SeatView } from '../link/seat-view'

export function OwnStake({ at, round }: { at: SeatView; round: RoundPlan }) {
  const t = useTranslations('room.brief')
  const step = useStep()
  const { own } = ownBriefs(at.state, at.seat)
  const stake = own?.stakes?.find((each) => each.round === round.key)
  if (!own || !stake) return null
  return (
    <p className="note">
      <b>{own.title}.</b>{' '}
      <CitedText text={stake.text} anchors={stake.anchors} from={{ ...at.about, facts: own.facts }} />{' '}
      {t('stake', { value: signed(stake.value), step: step(round.axis, stake.value) })}
    </p>
  )
}
