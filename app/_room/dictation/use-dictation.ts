'use client'
// Dictation by the browser's own speech recognition: what it has settled is handed on as text, what it is turning over is a draft that
// nobody else sees. It stops when its page leaves; nothing is sent by it.
import { useCallback, useEffect, useRef, useState } from 'react'
import { enginesHere, type Hearer, hearerOf, readHeard, type SpeechEngine, type Stretch } from './speech-engine'

type Listening = 'off' | 'listening' | 'refused' | 'failed'

export type Dictation = {
  /** Whether this browser has speech recognition at all. */
  here: boolean
  /** Null until it has been asked for. */
  hearer: Hearer | null
  listening: Listening
  /** When it began to listen, in milliseconds. */
  since: number | null
  /** Words that are not settled yet. */
  open: string
  /**
   * Finds out who would hear the speaker. Asked when somebody wants to dictate and not before: a Chromium without the service behind it
   * ends the whole page for the question.
   */
  ask: () => Promise<Hearer>
  start: (hearer: Hearer) => void
  stop: () => void
}

export function useDictation(onSaid: (said: Stretch) => void): Dictation {
  const [here, setHere] = useState(false)
  const [hearer, setHearer] = useState<Hearer | null>(null)
  const [listening, setListening] = useState<Listening>('off')
  const [since, setSince] = useState<number | null>(null)
  const [open, setOpen] = useState('')
  const engine = useRef<SpeechEngine | null>(null)
  const say = useRef(onSaid)
  useEffect(() => {
    say.current = onSaid
  })

  useEffect(() => {
    setHere(enginesHere() !== null)
    return () => engine.current?.abort()
  }, [])

  const ask = useCallback(async () => {
    const engines = enginesHere()
    const found = engines ? await hearerOf(engines, language()) : 'unknown'
    setHearer(found)
    return found
  }, [])

  const start = useCallback((heardBy: Hearer) => {
    const Engines = enginesHere()
    if (!Engines || engine.current) return
    const made = new Engines()
    made.lang = language()
    made.continuous = true
    made.interimResults = true
    made.maxAlternatives = 2
    if (heardBy === 'device') made.processLocally = true
    made.onresult = (event) => {
      const heard = readHeard(event)
      setOpen(heard.open)
      for (const said of heard.settled) say.current(said)
    }
    made.onerror = ({ error }) => {
      // A silence is no failure, and neither is our own stop.
      if (error === 'no-speech' || error === 'aborted') return
      setListening(error === 'not-allowed' || error === 'service-not-allowed' ? 'refused' : 'failed')
    }
    made.onend = () => {
      engine.current = null
      setOpen('')
      setSince(null)
      setListening((now) => (now === 'listening' ? 'off' : now))
    }
    engine.current = made
    setListening('listening')
    setSince(Date.now())
    try {
      made.start()
    } catch {
      engine.current = null
      setListening('failed')
    }
  }, [])

  const stop = useCallback(() => engine.current?.stop(), [])
  return { here, hearer, listening, since, open, ask, start, stop }
}

const language = (): string => document.documentElement.lang || navigator.language
