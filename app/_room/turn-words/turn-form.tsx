'use client'
// The words of one finished turn: written and put on the record with who wrote them.
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import { participantActor } from '#simulation/kernel/ids'
import { tapRight, wordsStanding } from '#simulation/questions/turns'
import type { TurnInHand } from '#simulation/reading/log/turns'
import { wordsDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import type { SeatView } from '../link/seat-view'
import { CopyWords } from '../words/copy-words'
import { type Drafting, useStatementDraft } from '../words/statement-draft'
import { LettersLeft, StatementText, StatementTools } from '../words/statement-fields'
import { WaitingNote, waitingOf } from '../words/waiting-lines'
import { Taps } from './taps'
import { TurnLine } from './turn-line'
import styles from './turn-words.module.css'

type TurnFormProps = {
  at: SeatView
  turn: TurnInHand
  /** From which a turn without words begins, such as the draft of its statement; one that has words begins from those. */
  begun?: Begun
  /** Told, once they are sent, whether the words began from `begun`. */
  onGiven: (fromBegun: boolean) => void
  /** Beside the button that puts them on the record. */
  children?: ReactNode
}
type Begun = Pick<Drafting['draft'], 'text' | 'answers' | 'anchors'>

export function TurnForm({ at, turn, begun, onGiven, children }: TurnFormProps) {
  const t = useTranslations('room.words')
  const hint = useId()
  const [objection, object] = useState<string | null>(null)
  const { words } = turn
  const drafting = useStatementDraft(at.roomId, at.person, wordsDraftKey(turn.no), words?.intent ?? turn.intent)
  const { draft: kept, change: keep, clear } = drafting
  // Shown until something is typed and not stored: looked at and left, words that stand would be taken for unsent ones, and be shown again
  // after somebody has replaced them.
  const [start, setStart] = useState(() => startOf(kept.text, words ?? begun))
  const draft = start ? { ...kept, ...start } : kept
  const fromBegun = useRef(start !== null && words === null)
  const change: Drafting['change'] = (part) => {
    keep(start ? { ...start, ...part } : part)
    setStart(null)
  }
  const given = wordsStanding(at.state, turn.no)
  // Somebody else was faster: the words stay in the field, and only the speaker's own may still replace theirs (T5).
  const taken = given !== undefined && given.by !== participantActor(at.person) && given.text !== words?.text
  const give = (event?: FormEvent) => {
    event?.preventDefault()
    if (draft.text.trim() === '') return object(t('empty'))
    const { text, intent, anchors } = draft
    const answers = draft.answers ?? turn.answers
    // The draft can be cleared: the outbox holds the words, and if the room refuses them this page shows them with the reason.
    void at.view.submit({
      type: 'giveWords',
      turn: turn.no,
      text: text.trim(),
      intent,
      answers,
      anchors,
      dictated: false,
    })
    clear()
    onGiven(fromBegun.current)
  }
  return (
    <form className={`fields ${styles.form}`} onSubmit={give}>
      <TurnLine at={at} turn={turn} />
      {tapRight(at.state, turn.no, at.seat, participantActor(at.person)) === null ? null : (
        <details>
          <summary>{t(turn.tapped ? 'taps.change' : 'taps.make')}</summary>
          <Taps at={at} turn={turn.no} own={turn.as === 'speaker'} />
        </details>
      )}
      <StatementText
        drafting={{
          draft,
          change: (part) => {
            object(null)
            change(part)
          },
        }}
        label={t(`label.${turn.as}`)}
        rows={{ least: 3, most: 10 }}
        objection={objection}
        onSend={give}
        describedBy={hint}
      />
      <div className="tools">
        <StatementTools at={at} drafting={drafting} fixedIntent={turn.as !== 'speaker'} />
        <LettersLeft text={draft.text} className="hint" />
      </div>
      <p id={hint} className="hint">
        {t(`signed.${turn.as}`, { name: at.about.displayNames[at.person] ?? at.seat.title })}
      </p>
      {taken ? (
        <p role="status" className="hint">
          {t(`taken.${turn.as}`, { number: turn.no })}
        </p>
      ) : null}
      <div className="tools">
        {taken && turn.as !== 'speaker' ? (
          <CopyWords text={draft.text} />
        ) : (
          <Button kind="primary" type="submit">
            {t('put')}
          </Button>
        )}
        {children}
      </div>
    </form>
  )
}

/** What the form begins from; null where words were typed in it before, or nothing is at hand. */
function startOf(kept: string, from: Begun | undefined): Begun | null {
  if (kept !== '' || !from || from.text === '') return null
  const { text, answers, anchors } = from
  return { text, answers, anchors: [...anchors] }
}

/** Words of this person that are not saved yet: being sent, or refused with the reason. */
export function WaitingWords({ at }: { at: SeatView }) {
  const t = useTranslations('room.words')
  return waitingOf(at.view.waiting, 'giveWords').map((entry) => (
    <div key={entry.id} className={styles.waiting} role="status">
      <b>{entry.command.turn}</b> {entry.command.text}
      <div className="hint">
        <WaitingNote entry={entry} view={at.view} sending={t('sending')} text={entry.command.text} />
      </div>
    </div>
  ))
}
