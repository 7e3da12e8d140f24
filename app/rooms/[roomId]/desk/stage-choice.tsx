'use client'
// What the projector shows: what the phase shows by itself, or what the chair chose for the rest of the phase.
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { STAGE_SCENES } from '#simulation/shapes/injects'
import { Select } from '#ui/controls/select'
import { isHomework } from './faces/chair-steps'
import type { DeskView } from './scoring/desk-view'
import styles from './stage-choice.module.css'

export function StageChoice({ desk: { state, ask } }: { desk: DeskView }) {
  const t = useTranslations('desk.stage')
  const id = useId()
  if (isHomework(state) || state.agenda.status === 'lobby' || state.closedAt !== null) return null
  return (
    <div className={`line ${styles.choice}`}>
      <label htmlFor={id}>{t('shows')}</label>
      <Select
        id={id}
        size="dense"
        value={state.stageScene}
        onChoose={(scene) => void ask({ type: 'showOnStage', scene })}
        options={STAGE_SCENES.map((scene) => ({ value: scene, label: t(scene) }))}
      />
    </div>
  )
}
