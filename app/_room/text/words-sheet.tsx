'use client'
// The sheet in which somebody commits their side to words: the words whole, what follows, and one button that comes once they were in view.
import type { ReactNode } from 'react'
import { ownForm } from '#room/hooks/form-focus.ts'
import { RefusalText } from '#room/words/refusal-text'
import { Dialog } from '#ui/over/dialog'
import { CommitButton, useReadFirst, WordsEnd } from './read-first'
import styles from './words-sheet.module.css'

type WordsSheetProps = {
  title: string
  /** Which clause it is. */
  about: string
  onClose: () => void
  /** The words to which the press commits. */
  words: ReactNode
  /** What stands beneath them: what follows, a field for a reason. */
  children?: ReactNode
  /** Whether a field in it holds words that the room does not have. */
  unsent?: boolean
  /** The one press. `means` is all that it would do, as a key. */
  act: { label: string; means: string; onAct: () => void; busy: boolean }
  /** Other presses, beside it. */
  others?: ReactNode
  refused: string | null
}

export function WordsSheet(props: WordsSheetProps) {
  const { title, about, onClose, words, children, unsent = false, act, others, refused } = props
  const first = useReadFirst(title)
  return (
    <Dialog
      place="sheet"
      title={title}
      onClose={onClose}
      actions={
        <>
          <RefusalText>{refused}</RefusalText>
          <CommitButton first={first} means={act.means} busy={act.busy} onAct={act.onAct}>
            {act.label}
          </CommitButton>
          {others}
        </>
      }
    >
      <div {...ownForm('text', unsent)} className="stack">
        <p className="note">{about}</p>
        <div className={styles.words}>
          {words}
          <WordsEnd first={first} />
        </div>
        {children}
      </div>
    </Dialog>
  )
}
