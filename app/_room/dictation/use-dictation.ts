'use client'
// Dictation by the browser's own speech recognition: what it has settled is handed on as text, what it is turning over is a draft that
// nobody else sees. It stops when its page leaves; nothing is sent by it.
import { useCallback, useEffect, useRef, useState } from 'react'
import { type DictationSession, type Ending, listen } from './dictation-session'
import { enginesHere, type Hearer, hearerOf, installHere, type Language, type Stretch, tagOf } from './speech-engine'

type Listening = 'off' | 'listening' | Exclude<Ending, 'stopped'>
/** Whether the language is being installed on this device, was, or could not be. */
type Installing = 'no' | 'runs' | 'done' | 'failed'

export type Dictation = {
  /** Whether this browser has speech recognition at all. */
  here: boolean
  /** Null until it has been asked for. */
  hearer: Hearer | null
  listening: Listening
  installing: Installing
  /** When it began to listen, in milliseconds. */
  since: number | null
  /** Words that are not settled yet. */
  open: string
  /**
   * Finds out who would hear the speaker. Asked when somebody wants to dictate and not before: a Chromium without the service behind it
   * ends the whole page for the question.
   */
  ask: () => Promise<Hearer>
  install: () => Promise<void>
  start: (hearer: Hearer) => void
  stop: () => void
}

export function useDictation(spoken: Language, onSaid: (said: Stretch) => void): Dictation {
  const [here, setHere] = useState(false)
  const [hearer, setHearer] = useState<Hearer | null>(null)
  const [listening, setListening] = useState<Listening>('off')
  const [installing, setInstalling] = useState<Installing>('no')
  const [since, setSince] = useState<number | null>(null)
  const [open, setOpen] = useState('')
  const session = useRef<DictationSession | null>(null)
  const say = useRef(onSaid)
  useEffect(() => {
    say.current = onSaid
  })

  useEffect(() => {
    setHere(enginesHere() !== null)
    return () => session.current?.leave()
  }, [])

  // Who hears is another question in each language.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs with each language
  useEffect(() => {
    setHearer(null)
    setInstalling('no')
    setListening((now) => (now === 'listening' ? now : 'off'))
  }, [spoken])

  const ask = useCallback(async () => {
    const engines = enginesHere()
    const found = engines ? await hearerOf(engines, tagOf(spoken, navigator.languages)) : 'unknown'
    setHearer(found)
    return found
  }, [spoken])

  const install = useCallback(async () => {
    const engines = enginesHere()
    if (!engines) return
    setInstalling('runs')
    const done = await installHere(engines, tagOf(spoken, navigator.languages))
    setInstalling(done ? 'done' : 'failed')
    if (done) setHearer('device')
  }, [spoken])

  const start = useCallback(
    (heardBy: Hearer) => {
      const engines = enginesHere()
      if (!engines || session.current) return
      setListening('listening')
      setInstalling('no')
      setSince(Date.now())
      let hasEnded = false
      const begun = listen(
        engines,
        { lang: tagOf(spoken, navigator.languages), locally: heardBy === 'device' },
        {
          onOpen: setOpen,
          onSaid: (said) => say.current(said),
          onEnd: (ending) => {
            hasEnded = true
            session.current = null
            setOpen('')
            setSince(null)
            setListening(ending === 'stopped' ? 'off' : ending)
          },
        },
      )
      // A browser may refuse to start at once; kept, what has ended would bar every further try.
      session.current = hasEnded ? null : begun
    },
    [spoken],
  )

  const stop = useCallback(() => session.current?.stop(), [])
  return { here, hearer, listening, installing, since, open, ask, install, start, stop }
}
