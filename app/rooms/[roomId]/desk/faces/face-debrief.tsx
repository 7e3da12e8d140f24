'use client'
// The desk in the debrief: the questions to talk about, each shown on the projector by one press, and the objectives that were claimed.
import { useTranslations } from 'next-intl'
import { DEBRIEF_SCENES } from '#simulation/shapes/injects'
import { Button } from '#ui/controls/button'
import { ClaimsList } from '../scoring/claims-list'
import type { DeskView } from '../scoring/desk-view'
import styles from './face-debrief.module.css'

type FaceDebriefProps = { desk: DeskView; questions: readonly string[]; onLook: (entry: string) => void }

export function FaceDebrief({ desk: { state, ask }, desk, questions, onLook }: FaceDebriefProps) {
  const t = useTranslations('desk.face')
  return (
    <div className={styles.debrief}>
      <ol className={styles.questions} aria-label={t('questions')}>
        {DEBRIEF_SCENES.flatMap((scene, place) => {
          const question = questions[place]
          const isShown = state.stageScene === scene
          return question === undefined
            ? []
            : [
                <li key={scene} data-shown={isShown || undefined}>
                  <h2>{question}</h2>
                  <Button
                    pressed={isShown}
                    onClick={() => void ask({ type: 'showOnStage', scene: isShown ? 'auto' : scene })}
                  >
                    {t(isShown ? 'takeOff' : 'show')}
                  </Button>
                </li>,
              ]
        })}
      </ol>
      <ClaimsList desk={desk} onLook={onLook} />
    </div>
  )
}
