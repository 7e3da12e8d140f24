'use client'
// The form of both dialogs that set a deadline: of which phase, when by the clock of the course's zone, and the buttons beneath.
import { useTranslations } from 'next-intl'
import type { FormEvent, ReactNode } from 'react'
import type { RoomPlan } from '#simulation/agenda/plan'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { TextInput } from '#ui/controls/text-input'
import { DialogClose } from '#ui/over/dialog'

type DeadlineFormProps = {
  plan: RoomPlan
  /** The phases whose deadline can be set, by index. */
  phases: readonly number[]
  phase: number
  onPhase: (phase: number) => void
  /** The time as typed, without a zone. */
  wall: string
  onWall: (wall: string) => void
  words: {
    phase: string
    phaseHint?: string
    when: string
    whenHint?: string | undefined
    submit: string
    cancel: string
  }
  error: string | undefined
  busy: boolean
  onSubmit: () => Promise<void>
  /** A field between phase and time. */
  between?: ReactNode
  /** Shown beneath the time. */
  children?: ReactNode
}

export function DeadlineForm({ plan, phases, phase, onPhase, wall, onWall, words, ...more }: DeadlineFormProps) {
  const names = useTranslations('record.homeworkPhases')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void more.onSubmit()
  }
  return (
    <form onSubmit={submit} className="form">
      <Field label={words.phase} hint={words.phaseHint}>
        <Select
          value={String(phase)}
          onChoose={(value) => onPhase(Number(value))}
          options={phases.map((index) => ({
            value: String(index),
            label: names(plan.phases[index]?.kind ?? 'briefing'),
          }))}
        />
      </Field>
      {more.between}
      <Field label={words.when} hint={words.whenHint} error={more.error}>
        <TextInput type="datetime-local" required value={wall} onWords={onWall} />
      </Field>
      {more.children}
      <div className="row unprinted">
        <Button type="submit" kind="primary" busy={more.busy}>
          {words.submit}
        </Button>
        <DialogClose>
          <Button>{words.cancel}</Button>
        </DialogClose>
      </div>
    </form>
  )
}
