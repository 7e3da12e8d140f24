'use client'
// What the chair types at the desk or the wall and has not sent. It is kept as a student's words are: a page that is reloaded in
// mid-sentence, or a dialog that is closed, loses none.
import { useState } from 'react'
import * as z from 'zod/mini'
import { readUnsettled, useLocalStorage } from '#room/hooks/use-local-storage.ts'
import { useSending } from '#ui/controls/use-sending.ts'

const typed = z.object({ headline: z.string(), text: z.string() })
type Typed = z.infer<typeof typed>
const NO_WORDS: Typed = { headline: '', text: '' }

export type ChairWords = Readonly<Typed> & {
  write: (next: Partial<Typed>) => void
  /** Whether the news has a headline. */
  news: boolean
  /** Whether words were to be sent that are not there yet. */
  missing: boolean
  sending: boolean
  /** Sends what is written, trimmed; where `run` resolves with true, it is kept here no longer. */
  send: (run: (words: Typed) => Promise<boolean>) => Promise<void>
}

/** `of` is the room or the activity that is written to, `draft` the key of a draft (draft-key.ts). News have a headline too. */
export function useChairWords(of: string, draft: string, news = false): ChairWords {
  const owner = { roomId: of, person: 'chair' }
  const [words, keep] = useLocalStorage(owner, draft, typed, NO_WORDS)
  const [missing, setMissing] = useState(false)
  const { busy: sending, send } = useSending()
  const { headline, text } = words
  return {
    ...{ headline, text, news, missing, sending },
    write: (next) => keep({ ...words, ...next }),
    send: async (run) => {
      const isWhole = text.trim() !== '' && (!news || headline.trim() !== '')
      setMissing(!isWhole)
      if (!isWhole) return
      const sent = (await send(() => run({ headline: headline.trim(), text: text.trim() }))) === null
      const now = readUnsettled(owner, draft, typed)
      // Others may be written by now, where the dialog closed before the answer came.
      if (sent && now?.text === text && now.headline === headline) keep(NO_WORDS)
    },
  }
}
