'use client'
// The form in which a statement is written: open at any time, stored on this device, and on the page for as long as it holds words. Its
// submit button is outside and exists only while the writer has the floor.
import { useTranslations } from 'next-intl'
import { type FormEvent, useDeferredValue } from 'react'
import { GappedWords } from '#record/words/gapped-words'
import { borrowedWords } from '#record/words/origin-words.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { hasFloorAhead } from '#room/table/room-tabs.ts'
import { CopyWords } from '#room/words/copy-words'
import type { Composing } from '#room/words/statement-draft.ts'
import { LettersLeft, StatementText, StatementTools } from '#room/words/statement-fields'
import { statementOrigin } from '#simulation/reading/log/origin'
import { Button } from '#ui/controls/button'
import { beginning } from '#ui/words/delegations.ts'
import { KeyHint } from '#ui/words/key-hint'
import styles from './composer.module.css'

/** The form's id, for the submit button outside: `<button form={STATEMENT_FORM} type="submit">`. */
export const STATEMENT_FORM = 'statement'
const HINT = 'statement-hint'

type ComposerProps = {
  at: SeatView
  drafting: Composing
  /** Sends the statement; null while the writer does not have the floor. */
  onSend: (() => void) | null
  /** Why the last attempt was not sent, as for an empty text. */
  objection: string | null
  /** On a phone: the intent becomes a single select, to leave space for the record. */
  compact?: boolean
}

export function Composer({ at, drafting, onSend, objection, compact = false }: ComposerProps) {
  const t = useTranslations('room.composer')
  const over = !hasFloorAhead(at.state)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend?.()
  }
  return (
    <form id={STATEMENT_FORM} className={styles.composer} data-compact={compact || undefined} onSubmit={submit}>
      <PositionBeside at={at} drafting={drafting} />
      <StatementText
        drafting={drafting}
        label={t(onSend ? 'labelFloor' : 'label')}
        rows={{ least: 2, most: 8 }}
        objection={objection}
        onSend={() => onSend?.()}
        describedBy={HINT}
      />
      <div className={`tools ${styles.tools}`}>
        <StatementTools at={at} drafting={drafting} compact={compact} addressed />
        {drafting.takePosition && drafting.draft.text.trim() !== '' ? (
          <Button size="dense" kind="quiet" onClick={drafting.takePosition}>
            {t('takePosition')}
          </Button>
        ) : null}
        {over ? <CopyWords text={drafting.draft.text} /> : null}
        <p id={HINT} className={`faint ${styles.hint}`} data-compact={(compact && !over) || undefined}>
          {onSend ? <KeyHint>{t('hintFloor')}</KeyHint> : t(over ? 'hintOver' : 'hint')}
        </p>
        <LettersLeft text={drafting.draft.text} className="faint" />
      </div>
    </form>
  )
}

/** Beside an opener's empty field what the delegation filed; beneath words that began with it, how much of them is not theirs (T8). */
function PositionBeside({ at, drafting: { draft, position, takePosition } }: Pick<ComposerProps, 'at' | 'drafting'>) {
  const t = useTranslations('room.composer')
  const record = useTranslations('record')
  const text = useDeferredValue(draft.text)
  if (position === '') return null
  if (text.trim() !== '') {
    const borrowed = borrowedWords(statementOrigin(at.state, at.delegation, text, false), record)
    return borrowed === null ? null : <p className="hint">{beginning(borrowed)}</p>
  }
  return takePosition ? (
    <div className={styles.beside}>
      <p>
        <b>{t('suggestion')}.</b> <GappedWords text={position} plan={at.state.plan} />
      </p>
      <Button size="dense" onClick={takePosition}>
        {t('startFrom')}
      </Button>
    </div>
  ) : null
}
