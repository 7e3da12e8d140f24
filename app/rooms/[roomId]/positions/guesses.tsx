'use client'
// Where the writer of a position guesses that each other delegation will stand.
import { useTranslations } from 'next-intl'
import type { SeatView } from '#room/link/seat-view.ts'
import type { AxisPlan, RoundPlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import { Placard } from '#ui/charts/placard'
import { HalfStepper } from '#ui/controls/half-stepper'
import { type Delegation, delegationsIn } from '#ui/words/delegations.ts'
import type { PositionDrafting } from './position-draft'
import styles from './position-form.module.css'

type Guessing = { at: SeatView; delegation: DelegationId; round: RoundPlan; drafting: PositionDrafting }

export function Guesses({ at, delegation, round, drafting: { draft, change } }: Guessing) {
  const t = useTranslations('room.position')
  const others = delegationsIn(at.state.plan).filter(({ id }) => id !== delegation)
  return (
    <fieldset className={styles.block}>
      <legend className={styles.legend}>
        {t('guesses')} <span className="faint">{t('optional')}</span>
      </legend>
      <p className="faint">{t('guessesHint')}</p>
      <div className={`acts ${styles.guesses}`}>
        {others.map((other) => (
          <Guess
            key={other.id}
            of={other}
            label={t('guess', { country: other.name })}
            axis={round.axis}
            value={draft.guesses[other.id] ?? null}
            onChange={(value) => change({ guesses: { ...draft.guesses, [other.id]: value } })}
          />
        ))}
      </div>
    </fieldset>
  )
}

type GuessProps = {
  of: Delegation
  label: string
  axis: AxisPlan
  value: number | null
  onChange: (value: number) => void
}

/** The input for a guess at another delegation's position: an outlined placard and a stepper. */
function Guess({ of, label, axis, value, onChange }: GuessProps) {
  return (
    <div className="line">
      <Placard delegation={of} form="outline" silent />
      <HalfStepper label={label} axis={axis} value={value} size="small" onValueChange={onChange} />
    </div>
  )
}
