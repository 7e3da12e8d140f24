'use client'
// The questions by which one checks one's reading before the first phase: the answer is shown on a press, and the person says for themselves
// whether they knew it. The instructor counts it; it is no mark.
import { useTranslations } from 'next-intl'
import { CitedText } from '#record/words/cited-text'
import { READING_CHECK } from '#room/hooks/own-work.ts'
import { useRequest } from '#room/hooks/use-request.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { RefusalText } from '#room/words/refusal-text'
import { readingCheckNow } from '#simulation/questions/stances'
import { checkLeft } from '#simulation/reading/homework/reading-check'
import { Band } from '#ui/charts/band'
import { Segmented } from '#ui/controls/segmented'
import { LockLine } from '#ui/words/seal'
import styles from './reading-check.module.css'

export function ReadingCheck({ at }: { at: SeatView }) {
  const t = useTranslations('room.readingCheck')
  const request = useRequest(at.view)
  const { state, person } = at
  const asks = state.plan.readingCheck ?? []
  if (!readingCheckNow(state)) return null
  const own = state.readingChecks[person] ?? {}
  const left = checkLeft(state, person)?.left ?? 0
  return (
    <section id={READING_CHECK} aria-labelledby="check-title" className={styles.check}>
      <Band
        level={2}
        title={<span id="check-title">{t('title')}</span>}
        detail={t('left', { left, of: asks.length })}
      />
      <div className={styles.lock}>
        <LockLine>{t('private')}</LockLine>
      </div>
      <ol>
        {asks.map(({ ask, answer, anchors }, question) => {
          const knew = own[question]
          return (
            <li key={ask}>
              <details>
                <summary>
                  <span>{ask}</span>
                  <small>{knew === undefined ? t('show') : t(knew ? 'saidKnew' : 'saidNot')}</small>
                </summary>
                <p>
                  <CitedText text={answer} anchors={anchors} from={at.about} />
                </p>
                <Segmented
                  label={t('did', { number: question + 1 })}
                  size="dense"
                  {...(knew === undefined ? {} : { value: knew ? 'knew' : 'not' })}
                  options={[
                    { value: 'knew', label: t('knew') },
                    { value: 'not', label: t('not') },
                  ]}
                  onValueChange={(value) =>
                    void request.ask({ type: 'checkReading', question, knew: value === 'knew' })
                  }
                />
              </details>
            </li>
          )
        })}
      </ol>
      <RefusalText>{request.refused}</RefusalText>
    </section>
  )
}
