// What was said last, on the stage, where the chair asked for the record. Only what everybody heard is shown.
import { useTranslations } from 'next-intl'
import { GappedWords } from '#record/words/gapped-words'
import { lastSpoken } from '#simulation/reading/record/newest'
import { questionNow } from '#simulation/reading/talk/question'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './chosen-scenes.module.css'
import { Fit } from './fit'
import type { StageContext } from './stage-context'
import { Plate, Question } from './stage-parts'

/** As many as can be read from the back of a room. */
const SHOWN = 3

export function RecordScene({ on: { state } }: { on: StageContext }) {
  const t = useTranslations('stage.record')
  const said = lastSpoken(state, SHOWN)
  if (said.length === 0) return <Question quiet={t('none')}>{questionNow(state)}</Question>
  return (
    <Fit largest={2.8} className={styles.spoken}>
      <ol className={styles.record} aria-label={t('label')}>
        {said.map(({ no, seat, delegation: side, text }) => {
          const delegation = delegationIn(state.plan, side)
          return (
            <li key={no}>
              {delegation ? <Plate delegation={delegation} size="line" /> : null}
              <div>
                <b>{state.plan.seats.find(({ id }) => id === seat)?.title}</b>
                <p>
                  <GappedWords text={text} plan={state.plan} brief />
                </p>
              </div>
            </li>
          )
        })}
      </ol>
    </Fit>
  )
}
