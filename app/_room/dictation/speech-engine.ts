// The browser's speech recognition, where it has one: what of it is used here, whether sound can stay on the device, and how its answers
// are read. Browsers name it differently and TypeScript does not know it yet.

type Heard = { readonly transcript: string; readonly confidence: number }
type HeardResult = { readonly isFinal: boolean; readonly length: number; readonly [index: number]: Heard }
export type HeardEvent = {
  readonly resultIndex: number
  readonly results: { readonly length: number; readonly [index: number]: HeardResult }
}

export type SpeechEngine = {
  lang: string
  continuous: boolean
  interimResults: boolean
  maxAlternatives: number
  processLocally?: boolean
  onresult: ((event: HeardEvent) => void) | null
  onerror: ((event: { readonly error: string }) => void) | null
  onend: (() => void) | null
  start(): void
  stop(): void
  abort(): void
}

export type SpeechEngines = {
  new (): SpeechEngine
  available?(options: { langs: readonly string[]; processLocally: boolean }): Promise<string>
  install?(options: { langs: readonly string[]; processLocally: boolean }): Promise<boolean>
}

declare global {
  interface Window {
    SpeechRecognition?: SpeechEngines
    webkitSpeechRecognition?: SpeechEngines
  }
}

export const enginesHere = (): SpeechEngines | null =>
  window.SpeechRecognition ?? window.webkitSpeechRecognition ?? null

/**
 * Who hears the speaker: this device alone; the maker of the browser, unless the language is installed on this device first; the maker;
 * or nobody here can tell.
 */
export type Hearer = 'device' | 'installable' | 'maker' | 'unknown'

export async function hearerOf(engines: SpeechEngines, lang: string): Promise<Hearer> {
  if (!engines.available) return 'unknown'
  try {
    const local = await engines.available({ langs: [lang], processLocally: true })
    if (local === 'available') return 'device'
    return engines.install && (local === 'downloadable' || local === 'downloading') ? 'installable' : 'maker'
  } catch {
    return 'unknown'
  }
}

/** Has the browser fetch what it needs to write this language on the device; whether it could. */
export async function installHere(engines: SpeechEngines, lang: string): Promise<boolean> {
  try {
    return (await engines.install?.({ langs: [lang], processLocally: true })) ?? false
  } catch {
    return false
  }
}

/** The languages in which a class speaks. */
export const LANGUAGES = ['en', 'ja', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]
/** The kind of each that is asked for where the device wants none in particular. */
const USUAL: Readonly<Record<Language, string>> = { en: 'en-US', ja: 'ja-JP', zh: 'zh-CN' }

/** The tag of a language for an engine: the device's own kind of it (`en-GB`), where its user has chosen one. */
export const tagOf = (spoken: Language, wanted: readonly string[]): string =>
  wanted.find((tag) => tag.startsWith(`${spoken}-`)) ?? USUAL[spoken]

/** A word that the engine would also have heard otherwise. */
export type Unsure = { word: string; instead: string }
export type Stretch = { text: string; unsure: readonly Unsure[] }

/** What one answer of the engine adds: words it has settled, and those it is still turning over. */
export function readHeard({ resultIndex, results }: HeardEvent): { settled: readonly Stretch[]; open: string } {
  const settled: Stretch[] = []
  let open = ''
  for (let index = resultIndex; index < results.length; index += 1) {
    const result = results[index]
    const best = result?.[0]
    if (!result || !best) continue
    if (result.isFinal) settled.push({ text: best.transcript.trim(), unsure: unsureIn(best, result[1]) })
    else open += best.transcript
  }
  return { settled: settled.filter(({ text }) => text !== ''), open: open.trim() }
}

/** The words in which the engine's second answer differs from its first, where both have as many. */
function unsureIn(best: Heard, other: Heard | undefined): Unsure[] {
  if (!other) return []
  const [words, others] = [wordsIn(best.transcript), wordsIn(other.transcript)]
  if (words.length !== others.length) return []
  return words.flatMap((word, place) => {
    const instead = others[place] ?? word
    return word.toLowerCase() === instead.toLowerCase() ? [] : [{ word, instead }]
  })
}

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}'’-]+/gu) ?? []

/** A text with one more stretch of it; a space between them unless the script writes none. */
export function joined(text: string, more: string): string {
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、]$/u.test(text)
  return text === '' || unspaced || /\s$/.test(text) ? text + more : `${text} ${more}`
}

/** The text with the last of these words put otherwise. */
export function replaced(text: string, { word, instead }: Unsure): string {
  const at = text.lastIndexOf(word)
  return at === -1 ? text : text.slice(0, at) + instead + text.slice(at + word.length)
}
