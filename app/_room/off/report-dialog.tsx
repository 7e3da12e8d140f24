'use client'
// Reports one line to the instructors: a reason, and words for whoever has more to say. What is typed survives a reload.
import { useTranslations } from 'next-intl'
import { type FormEvent, useId } from 'react'
import * as z from 'zod/mini'
import { LIMITS } from '#simulation/kernel/limits'
import { REPORT_REASONS } from '#simulation/shapes/strikes'
import { reportDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import { Dialog } from '#ui/over/dialog'
import { useToast } from '#ui/over/toast'
import { LockLine } from '#ui/words/seal'
import { useLocalStorage } from '../hooks/use-local-storage'
import { useRequest } from '../hooks/use-request'
import type { SeatView } from '../link/seat-view'
import { RefusalText } from '../words/refusal-text'

const draftOfReport = z.strictObject({ reason: z.nullable(z.enum(REPORT_REASONS)), words: z.string() })
const NOTHING: z.infer<typeof draftOfReport> = { reason: null, words: '' }

type ReportDialogProps = {
  at: Pick<SeatView, 'roomId' | 'person' | 'view'>
  /** Its number, or the place of words without one. */
  entry: string
  /** Whose line it is, and when it was said. */
  line: string
  onClose: () => void
}

export function ReportDialog({ at, entry, line, onClose }: ReportDialogProps) {
  const t = useTranslations('off.report')
  const form = useId()
  const tell = useToast()
  const request = useRequest(at.view)
  const [draft, set] = useLocalStorage(
    { roomId: at.roomId, person: at.person },
    reportDraftKey(entry),
    draftOfReport,
    NOTHING,
  )
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const { reason, words } = draft
    if (reason === null) return request.object(t('reasonFirst'))
    const text = words.trim()
    if (!(await request.ask({ type: 'reportLine', entry, reason, text: text === '' ? null : text }))) return
    set(NOTHING)
    tell({ text: t('sent') })
    onClose()
  }
  return (
    <Dialog
      onClose={onClose}
      title={t('title')}
      description={line}
      closing={t('back')}
      actions={
        <Button type="submit" form={form} kind="primary" busy={request.busy}>
          {entry.includes('/') ? t('sendThis') : t('send', { name: entry })}
        </Button>
      }
    >
      <form id={form} className="form" onSubmit={(event) => void send(event)}>
        <ChoiceGroup legend={t('reason')} legendHidden>
          {REPORT_REASONS.map((reason) => (
            <Choice
              key={reason}
              name="reason"
              title={t(`reasons.${reason}`)}
              checked={draft.reason === reason}
              onChange={() => set({ ...draft, reason })}
            >
              {reason === 'targets-a-person' ? t('notAnOffice') : null}
            </Choice>
          ))}
        </ChoiceGroup>
        <Field label={t('words')}>
          <TextArea
            rows={2}
            maxLength={LIMITS.reason}
            value={draft.words}
            onWords={(value) => set({ ...draft, words: value })}
          />
        </Field>
        <LockLine>{t('whoSees')}</LockLine>
        <RefusalText>{request.refused}</RefusalText>
      </form>
    </Dialog>
  )
}
