// Dictation with a stand-in for the browser's speech recognition: each way in which a browser serves a speaker, or lets them down.
import { describe, expect, test } from 'vitest'
import { type Ending, listen } from '../../app/_room/dictation/dictation-session'
import {
  type HeardEvent,
  hearerOf,
  installHere,
  joined,
  type SpeechEngine,
  type SpeechEngines,
  tagOf,
} from '../../app/_room/dictation/speech-engine'

/** An engine that does what the test says; `startsNot` refuses to start. */
function standIn(startsNot = false) {
  const made: (SpeechEngine & { did: string[] })[] = []
  class StandIn implements SpeechEngine {
    lang = ''
    continuous = false
    interimResults = false
    maxAlternatives = 1
    processLocally = false
    onresult: SpeechEngine['onresult'] = null
    onerror: SpeechEngine['onerror'] = null
    onend: SpeechEngine['onend'] = null
    did: string[] = []
    constructor() {
      made.push(this)
    }
    start() {
      if (startsNot) throw new Error('It listens already.')
      this.did.push('start')
    }
    stop() {
      this.did.push('stop')
    }
    abort() {
      this.did.push('abort')
    }
  }
  return { engines: StandIn as SpeechEngines, made }
}

const heard = (transcript: string, isFinal: boolean): HeardEvent => ({
  resultIndex: 0,
  results: [Object.assign([{ transcript, confidence: 0.9 }], { isFinal })],
})

/** A session that listens, with what it told and its engine. */
function listening(locally = false, startsNot = false) {
  const { engines, made } = standIn(startsNot)
  const told = { said: [] as string[], open: '', endings: [] as Ending[] }
  const session = listen(
    engines,
    { lang: 'ja-JP', locally },
    {
      onOpen: (text) => {
        told.open = text
      },
      onSaid: ({ text }) => told.said.push(text),
      onEnd: (ending) => told.endings.push(ending),
    },
  )
  const [engine] = made
  if (!engine) throw new Error('No engine was made.')
  return { session, engine, told }
}

describe('who hears the speaker', () => {
  const engines = (found: string | Error | null, more: object = {}) =>
    Object.assign(standIn().engines, {
      ...more,
      ...(found === null ? {} : { available: async () => (found instanceof Error ? Promise.reject(found) : found) }),
    })
  const install = { install: async () => true }

  test.each([
    ['available', 'device'],
    ['downloadable', 'installable'],
    ['downloading', 'installable'],
    ['unavailable', 'maker'],
    [new Error('no such service'), 'unknown'],
    [null, 'unknown'],
  ] as const)('%s: %s', async (found, hearer) => {
    expect(await hearerOf(engines(found, install), 'en-US')).toBe(hearer)
  })

  test('what cannot be installed is not offered, and a download that fails is told', async () => {
    expect(await hearerOf(engines('downloadable'), 'en-US')).toBe('maker')
    const asked: unknown[] = []
    const installs = (done: () => Promise<boolean>) =>
      engines('downloadable', {
        install: (options: unknown) => {
          asked.push(options)
          return done()
        },
      })
    expect(
      await installHere(
        installs(async () => true),
        'zh-TW',
      ),
    ).toBe(true)
    expect(asked).toEqual([{ langs: ['zh-TW'], processLocally: true }])
    expect(
      await installHere(
        installs(async () => false),
        'zh-TW',
      ),
    ).toBe(false)
    expect(
      await installHere(
        installs(() => Promise.reject(new Error('offline'))),
        'zh-TW',
      ),
    ).toBe(false)
    expect(await installHere(engines('downloadable'), 'zh-TW')).toBe(false)
  })

  test('the language is the speaker’s choice, in the kind that the device prefers', () => {
    expect(tagOf('en', ['fr-FR', 'en-GB', 'en-US'])).toBe('en-GB')
    expect(tagOf('zh', ['zh-TW', 'en-US'])).toBe('zh-TW')
    expect([tagOf('ja', ['en-US']), tagOf('zh', []), tagOf('en', ['fr'])]).toEqual(['ja-JP', 'zh-CN', 'en-US'])
  })
})

describe('listening', () => {
  test('in the language and on the device that was agreed, until the speaker stops; what is settled last is taken', () => {
    const { session, engine, told } = listening(true)
    expect(engine).toMatchObject({ lang: 'ja-JP', continuous: true, interimResults: true, processLocally: true })
    expect(listening().engine.processLocally).toBe(false)
    engine.onresult?.(heard('期日は', false))
    expect(told).toMatchObject({ said: [], open: '期日は' })
    session.stop()
    engine.onresult?.(heard('期日はいつですか。', true))
    engine.onend?.()
    expect(told).toEqual({ said: ['期日はいつですか。'], open: '', endings: ['stopped'] })
  })

  test.each([
    ['not-allowed', 'refused'],
    ['service-not-allowed', 'refused'],
    ['audio-capture', 'refused'],
    ['language-not-supported', 'unsupported'],
    ['network', 'failed'],
  ] as const)('the error %s ends it as %s, once, with all that was heard', (error, ending) => {
    const { engine, told } = listening()
    engine.onresult?.(heard('We would', false))
    engine.onerror?.({ error })
    engine.onend?.()
    expect(told.endings).toEqual([ending])
    expect(told.said).toEqual(['We would'])
    engine.onresult?.(heard('too late', true))
    expect(told.said).toEqual(['We would'])
    expect(engine.did).toEqual(['start', 'abort'])
  })

  test('an engine that ends by itself, as after a silence, is told and not taken for the speaker’s stop', () => {
    const { engine, told } = listening()
    engine.onresult?.(heard('A date.', true))
    engine.onerror?.({ error: 'no-speech' })
    expect(told.endings).toEqual([])
    engine.onend?.()
    expect(told).toMatchObject({ said: ['A date.'], endings: ['failed'] })
  })

  test('one that will not start has ended, so that it can be tried again', () => {
    expect(listening(false, true).told.endings).toEqual(['failed'])
  })

  test('a page that is left ends it at once, and keeps what was heard', () => {
    const { session, engine, told } = listening()
    engine.onresult?.(heard('and when', false))
    session.leave()
    engine.onend?.()
    expect(told).toMatchObject({ said: ['and when'], endings: ['stopped'] })
    expect(engine.did).toEqual(['start', 'abort'])
  })
})

test('words are joined with a space, except after a script that writes none', () => {
  expect(joined('I asked', 'who pays')).toBe('I asked who pays')
  expect(joined('期日は', 'いつですか')).toBe('期日はいつですか')
  expect([joined('', 'Who'), joined('So. ', 'Who')]).toEqual(['Who', 'So. Who'])
})
