'use client'
// Extends one phase for one student or for several. Other students never hear of it.
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { wallIn } from '#format/clock-time'
import { dayAndTime } from '#format/days'
import type { Refusal } from '#room/link/room-view.ts'
import { personId } from '#simulation/kernel/ids'
import { DAY_MS } from '#simulation/kernel/time'
import { canExtend, dueAt, dueFor } from '#simulation/questions/homework'
import { currentPhase } from '#simulation/reading/homework/assignment'
import { ErrorText } from '#ui/controls/error-text'
import { useSending } from '#ui/controls/use-sending.ts'
import { Dialog } from '#ui/over/dialog'
import { useToast } from '#ui/over/toast'
import { resolveDeadline } from './actions'
import { DeadlineForm } from './deadline-form'
import type { LiveRoom, RowInRoom } from './use-board'

type ExtensionDialogProps = {
  activityId: string
  /** Whose part is extended, each with the room they sit in. */
  among: readonly RowInRoom[]
  timeZone: string
  onClose: () => void
}

export function ExtensionDialog(props: ExtensionDialogProps) {
  const t = useTranslations('board.extension')
  const { among } = props
  const [first] = among
  const open = first?.heard.state.plan.phases.flatMap((_, index) => {
    const helps = among.some(({ row, heard }) => canExtend(heard.state, personId.parse(row.person), index))
    return helps ? [index] : []
  })
  return (
    <Dialog
      onClose={props.onClose}
      title={t('title', { name: first?.row.name ?? '', count: among.length })}
      description={t('lead', { count: among.length })}
    >
      {first && open && open.length > 0 ? (
        <ExtensionForm {...props} first={first.heard} open={open} />
      ) : (
        <p>{t('nothing')}</p>
      )}
    </Dialog>
  )
}

type ExtensionFormProps = ExtensionDialogProps & {
  first: LiveRoom
  /** The phases in which an extension gives one of these students something; the rules refuse the others. */
  open: readonly number[]
}

function ExtensionForm({ activityId, among, timeZone, onClose, first, open }: ExtensionFormProps) {
  const t = useTranslations('board.extension')
  const locale = useLocale()
  const refusals = useTranslations('refusals')
  const tell = useToast()
  const { state, view } = first
  const [phase, setPhase] = useState(() => open.find((index) => index >= currentPhase(state)) ?? open.at(-1) ?? 0)
  const [wall, setWall] = useState<string | null>(null)
  const [refused, setRefused] = useState<readonly { name: string; why: Refusal }[]>([])
  const { busy, fault, send } = useSending<'no-time' | 'refused'>()
  const due = dueAt(state, phase)
  const dues = among.map(({ row, heard }) => dueFor(heard.state, phase, personId.parse(row.person)) ?? 0)
  const suggested = wallIn(Math.max(...dues, view.now()) + DAY_MS, timeZone)

  async function extend() {
    const landed = await resolveDeadline({ activityId, wall: wall ?? suggested })
    setRefused([])
    if (!landed) return 'no-time'
    const answers = await Promise.all(
      among.map(async ({ row, heard }): Promise<typeof refused> => {
        const person = personId.parse(row.person)
        const answer = await heard.view.submit({ type: 'grantExtension', person, phase, dueAt: landed.at })
        return !answer.ok ? [{ name: row.name, why: answer.rejection }] : []
      }),
    )
    const missed = answers.flat()
    setRefused(missed)
    if (missed.length > 0) return 'refused'
    const [one] = among
    const when = dayAndTime(locale, landed.at, timeZone)
    tell({ text: t('done', { turned: landed.turned, name: one?.row.name ?? '', count: among.length, when }) })
    return null
  }
  const grant = async () => {
    if ((await send(extend)) === null) onClose()
  }

  const [alone] = among.length === 1 ? refused : []
  const error =
    fault === 'no-time' || fault === 'failed' ? t(`fault.${fault}`) : alone ? refusals(alone.why) : undefined
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
    >
      {alone
        ? null
        : refused.map(({ name, why }) => (
            <ErrorText key={name}>
              {name}: {refusals(why)}
            </ErrorText>
          ))}
    </DeadlineForm>
  )
}
