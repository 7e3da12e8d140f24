// One stretch of listening, from the microphone's start until it ends, by the speaker or by itself. Without React, so that each way in which
// a browser lets a speaker down can be tried in a test.
import { readHeard, type SpeechEngine, type SpeechEngines, type Stretch } from './speech-engine'

/** How listening ended: by the speaker or with their page; no microphone; a language that the browser cannot write; or by itself. */
export type Ending = 'stopped' | 'refused' | 'unsupported' | 'failed'

type Listener = {
  /** Words that the engine is still turning over. */
  onOpen: (text: string) => void
  onSaid: (said: Stretch) => void
  /** Told once, after everything that was heard. */
  onEnd: (ending: Ending) => void
}

export type DictationSession = {
  /** Ends it and takes what the engine has still to settle. */
  stop: () => void
  /** Ends it at once, as the page goes. */
  leave: () => void
}

type Listening = { lang: string; locally: boolean }

export function listen(Engines: SpeechEngines, { lang, locally }: Listening, tell: Listener): DictationSession {
  const engine = new Engines()
  engine.lang = lang
  engine.continuous = true
  engine.interimResults = true
  engine.maxAlternatives = 2
  if (locally) engine.processLocally = true
  let open = ''
  let isOurStop = false
  let isOver = false
  const end = (ending: Ending) => {
    if (isOver) return
    isOver = true
    // What was heard and not settled is read over like the rest; dropped, the speaker would have to say it again.
    if (open !== '') tell.onSaid({ text: open, unsure: [] })
    tell.onEnd(ending)
  }
  engine.onresult = (event) => {
    if (isOver) return
    const heard = readHeard(event)
    for (const said of heard.settled) tell.onSaid(said)
    open = heard.open
    tell.onOpen(open)
  }
  engine.onerror = ({ error }) => {
    // After a silence, and after our own stop, the end follows by itself.
    if (error === 'no-speech' || error === 'aborted') return
    end(endingOf(error))
    engine.abort()
  }
  // An engine ends by itself after a silence or a minute: unsaid, somebody would go on talking to nobody.
  engine.onend = () => end(isOurStop ? 'stopped' : 'failed')
  begin(engine, end)
  return {
    stop: () => {
      isOurStop = true
      engine.stop()
    },
    leave: () => {
      end('stopped')
      engine.abort()
    },
  }
}

function begin(engine: SpeechEngine, end: (ending: Ending) => void): void {
  try {
    engine.start()
  } catch {
    end('failed')
  }
}

function endingOf(error: string): Ending {
  if (error === 'not-allowed' || error === 'service-not-allowed' || error === 'audio-capture') return 'refused'
  return error === 'language-not-supported' ? 'unsupported' : 'failed'
}
