'use client'
// Extends one phase for one student. Other students never hear of it.
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { wallIn } from '#format/clock-time'
import { dayAndTime } from '#format/days'
import type { Refusal } from '#room/room-view.ts'
import { personId } from '#simulation/kernel/ids'
import { canExtend, dueAt, dueFor } from '#simulation/questions/homework'
import { currentPhase } from '#simulation/reading/assignment'
import { Dialog } from '#ui/dialog'
import { useToast } from '#ui/toast'
import { resolveDeadline } from './actions'
import type { Row } from './board-rows'
import { DeadlineForm } from './deadline-form'
import type { LiveRoom } from './use-board'

type ExtensionDialogProps = { activityId: string; row: Row; heard: LiveRoom; timeZone: string; onClose: () => void }

const DAY_MS = 86_400_000

export function ExtensionDialog(props: ExtensionDialogProps) {
  const t = useTranslations('board.extension')
  const { state } = props.heard
  const person = personId.parse(props.row.person)
  const open = state.plan.phases.flatMap((_, index) => (canExtend(state, person, index) ? [index] : []))
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      title={t('title', { name: props.row.name })}
      description={t('lead')}
    >
      {open.length > 0 ? <ExtensionForm {...props} open={open} /> : <p>{t('nothing')}</p>}
    </Dialog>
  )
}

type ExtensionFormProps = ExtensionDialogProps & {
  /** The phases in which an extension gives this student something; the rules refuse the others. */
  open: readonly number[]
}

function ExtensionForm({ activityId, row, heard, timeZone, onClose, open }: ExtensionFormProps) {
  const t = useTranslations('board.extension')
  const locale = useLocale()
  const refusals = useTranslations('refusals')
  const tell = useToast()
  const { state, view } = heard
  const person = personId.parse(row.person)
  const [phase, setPhase] = useState(() => open.find((index) => index >= currentPhase(state)) ?? open.at(-1) ?? 0)
  const [wall, setWall] = useState<string | null>(null)
  const [fault, setFault] = useState<Refusal | 'no-such-time' | null>(null)
  const [busy, setBusy] = useState(false)
  const due = dueAt(state, phase)
  const suggested = wallIn(Math.max(dueFor(state, phase, person) ?? 0, view.now()) + DAY_MS, timeZone)

  async function grant() {
    setBusy(true)
    const landed = await resolveDeadline({ activityId, wall: wall ?? suggested })
    const answer = landed && (await view.submit({ type: 'grantExtension', person, phase, dueAt: landed.at }))
    setBusy(false)
    if (!landed || !answer) return setFault('no-such-time')
    if (!answer.ok) return setFault(answer.rejection)
    tell({ text: t('done', { turned: landed.turned, name: row.name, when: dayAndTime(locale, landed.at, timeZone) }) })
    onClose()
  }

  const error = fault === 'no-such-time' ? t('fault') : fault ? refusals(fault) : undefined
  return (
    <DeadlineForm
      plan={state.plan}
      phases={open}
      phase={phase}
      onPhase={(next) => {
        setPhase(next)
        setWall(null)
      }}
      wall={wall ?? suggested}
      onWall={setWall}
      words={{
        phase: t('phase'),
        phaseHint: t('only'),
        when: t('until', { zone: timeZone.replaceAll('_', ' ') }),
        whenHint: due === null ? undefined : t('everyone', { when: dayAndTime(locale, due, timeZone) }),
        submit: t('grant'),
        cancel: t('cancel'),
      }}
      error={error}
      busy={busy}
      onSubmit={grant}
    />
  )
}
