'use client'
// The strategy sheet of one's own office while it can be written: kept on this device as it is typed, and sent whole. Both chairs of an
// office write one sheet; what the other sends moves nothing here.
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import * as z from 'zod/mini'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { EMPTY_SHEET } from '#record/strategy-list'
import { strategyParts } from '#record/strategy-parts.ts'
import { ownForm } from '#room/hooks/form-focus.ts'
import { STRATEGY_FORM } from '#room/hooks/own-work.ts'
import { useLocalStorage, useSavedOnServer } from '#room/hooks/use-local-storage.ts'
import { holderName, type SeatView } from '#room/link/seat-view.ts'
import { CopyWords } from '#room/words/copy-words'
import { RefusalText } from '#room/words/refusal-text'
import { WaitingNote, waitingOf } from '#room/words/waiting-lines'
import { delegationIds } from '#simulation/agenda/parties'
import { officeOf } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { strategyNow, strategyOf } from '#simulation/questions/strategy'
import type { StrategySheet } from '#simulation/shapes/strategy'
import { strategyDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import styles from './strategy.module.css'

const text = z.string().check(z.maxLength(LIMITS.strategy))
const keptSheet = z.object({
  ...{ aim: text, canSpare: text, noDeal: text, question: text },
  theySay: z.record(z.string(), text),
})

export function StrategyForm({ at, own }: { at: SeatView; own: DelegationId }) {
  const t = useTranslations('room.strategy')
  const record = useTranslations('record')
  const refusals = useTranslations('refusals')
  const said = useSaidAt(at.state)
  const { state, view, person, roomId, seat } = at
  const [objects, object] = useState(false)
  const written = strategyOf(state, seat)
  const draft = strategyDraftKey(officeOf(seat))
  const [kept, keep, found] = useLocalStorage({ roomId, person }, draft, keptSheet, EMPTY_SHEET)
  const sheet: StrategySheet = found ? kept : (written?.sheet ?? EMPTY_SHEET)
  const others = delegationIds(state.plan).filter((id) => id !== own)
  const parts = strategyParts(sheet, others, state.plan, record)
  const saved = written !== null && parts.map((part) => part.text.trim()).join('\n') === wordsOf(written.sheet, others)
  useSavedOnServer({ roomId, person }, draft, saved && found)
  const open = strategyNow(state)
  const empty = parts.every((part) => part.text.trim() === '')
  if (!open && (saved || empty)) return null
  const change = (key: string, of: DelegationId | null, words: string) => {
    object(false)
    keep(of === null ? { ...sheet, [key]: words } : { ...sheet, theySay: { ...sheet.theySay, [of]: words } })
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    object(empty)
    if (!empty && open && !saved) void view.submit({ type: 'writeStrategy', ...sheet })
  }
  const writer = written ? state.seats[written.seat] : undefined
  const name = writer ? (holderName(at, writer) ?? writer.title) : ''
  return (
    <form
      id={STRATEGY_FORM}
      className={`fields unprinted ${styles.form}`}
      onSubmit={send}
      {...ownForm('strategy', open && !saved && !empty)}
    >
      {open ? null : <p role="status">{t('over')}</p>}
      {parts.map(({ key, label, text: words, of }) => (
        <Field key={key} label={label}>
          <TextArea
            voice="record"
            rows={2}
            maxRows={6}
            maxLength={LIMITS.strategy}
            readOnly={!open}
            value={words}
            onWords={(value) => change(key, of, value)}
          />
        </Field>
      ))}
      <RefusalText>{objects ? refusals('empty-strategy') : null}</RefusalText>
      <div className="row">
        {open ? (
          <Button type="submit" idle={saved ? t('same') : null}>
            {t(written ? 'saveAgain' : 'save')}
          </Button>
        ) : (
          <CopyWords text={parts.map((part) => `${part.label}: ${part.text}`).join('\n')} />
        )}
        <span className="hint">
          {written && saved
            ? t('saved', { time: said(written.at), name })
            : written
              ? t('newer', { time: said(written.at), name })
              : empty
                ? null
                : t('onDevice')}
        </span>
      </div>
      {waitingOf(view.waiting, 'writeStrategy').map((entry) => (
        <div key={entry.id} className="hint">
          <WaitingNote entry={entry} view={view} sending={t('sending')} text={wordsOf(entry.command, others)} />
        </div>
      ))}
    </form>
  )
}

/** The words of a sheet in the order of its parts, to be compared. */
const wordsOf = (
  { aim, canSpare, noDeal, theySay, question }: StrategySheet,
  others: readonly DelegationId[],
): string => [aim, canSpare, noDeal, ...others.map((id) => theySay[id] ?? ''), question].join('\n')
