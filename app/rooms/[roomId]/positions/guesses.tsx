'use client'
// Where the writer of a position guesses that each other delegation will stand.
import { useTranslations } from 'next-intl'
import type { SeatView } from '#room/seat-view.ts'
import type { RoundPlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import { delegationsIn } from '#ui/delegations.ts'
import { Guess } from './guess'
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
      <div className={styles.guesses}>
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
