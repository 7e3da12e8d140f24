// What an author has in hand while a scenario's page is open: the words, whether they are saved, and what another author writes meanwhile.
// Every change is saved after a short pause, what others saved is taken over without touching what is being written here, and each change can
// be undone.
import { type Crossing, joinWritings } from '#simulation/scenario/authoring/join-writings'
import type { Writing } from '#simulation/scenario/authoring/writing'
import type { SaveAnswer } from '../actions'

const PAUSE_MS = 800
const LISTEN_MS = 15_000
const AGAIN_MS = 5_000
const MOST_STEPS = 200
/** Changes of one field without a pause of so long are one step to undo. */
const STEP_MS = 2_000

type Version = Readonly<{ version: number; own: Writing }>
type Step = { place: string | null; at: number; before: Writing; came: Writing }

/** `waiting`: it is saved in a moment. `failed`: it is tried again. `gone` and `unreadable`: it cannot be saved any more. */
export type Saved = 'saved' | 'waiting' | 'failed' | 'gone' | 'unreadable'

export type InHand = Readonly<{
  own: Writing
  saved: Saved
  canUndo: boolean
  /** Fields that another author wrote in at the same time, with the other's words. */
  crossings: readonly Crossing[]
  /** Whether words of another author have come in since the page was opened. */
  heard: boolean
}>

export type Line = Readonly<{
  save: (words: Version & { base: Writing }) => Promise<SaveAnswer>
  /** What stands now; null where it cannot be read. */
  read: () => Promise<Version | null>
}>

export class WritingInHand {
  private now: InHand
  private base: Version
  private steps: Step[] = []
  private isSending = false
  private pause: ReturnType<typeof setTimeout> | undefined
  private ear: ReturnType<typeof setInterval> | undefined
  private readonly readers = new Set<() => void>()

  constructor(
    opened: Version,
    private readonly line: Line,
  ) {
    this.base = opened
    this.now = { own: opened.own, saved: 'saved', canUndo: false, crossings: [], heard: false }
  }

  readonly read = (): InHand => this.now

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader)
    this.ear ??= setInterval(() => void this.listen(), LISTEN_MS)
    return () => {
      this.readers.delete(reader)
      if (this.readers.size > 0) return
      clearInterval(this.ear)
      this.ear = undefined
      void this.flush()
    }
  }

  /** Changes what is at `place`, and saves it after a pause. Without a place it is a step to undo by itself. */
  change(place: string | null, own: Writing): void {
    const at = Date.now()
    const last = this.steps.at(-1)
    if (last && place !== null && last.place === place && at - last.at < STEP_MS) Object.assign(last, { at, came: own })
    else this.steps = [...this.steps, { place, at, before: this.now.own, came: own }].slice(-MOST_STEPS)
    const crossings = this.now.crossings.filter((one) => one.place !== place)
    this.tell({ own, crossings, canUndo: true, saved: 'waiting' })
    this.saveIn(PAUSE_MS)
  }

  /** Takes the last change back; what others wrote since stays. */
  undo(): void {
    const step = this.steps.pop()
    if (!step) return
    const own = joinWritings(step.came, this.now.own, step.before).writing
    this.tell({ own, canUndo: this.steps.length > 0, saved: 'waiting' })
    this.saveIn(PAUSE_MS)
  }

  /** Saves what waits, at once: the page may be about to close. */
  async flush(): Promise<void> {
    clearTimeout(this.pause)
    const { own, saved } = this.now
    if (this.isSending || (saved !== 'waiting' && saved !== 'failed')) return
    this.isSending = true
    const answer = await this.line.save({ ...this.base, base: this.base.own, own }).catch(() => null)
    this.isSending = false
    if (answer === null) {
      this.tell({ saved: 'failed' })
      this.saveIn(AGAIN_MS)
    } else if (answer.ok) {
      this.hear(own, answer)
      const crossings = [...this.now.crossings, ...answer.crossings]
      const isWaiting = this.now.own !== answer.own
      this.tell({ crossings, saved: isWaiting ? 'waiting' : 'saved' })
      if (isWaiting) this.saveIn(PAUSE_MS)
    } else this.tell({ saved: answer.fault })
  }

  /** Asks for what others have saved, while nothing of this author's is on its way. */
  private async listen(): Promise<void> {
    const isQuiet = () => !this.isSending && this.now.saved === 'saved'
    if (!isQuiet()) return
    const came = await this.line.read().catch(() => null)
    if (came && isQuiet() && came.version > this.base.version) this.hear(this.base.own, came)
  }

  /** `sent` is what the answer was made of: what was written since then stands. */
  private hear(sent: Writing, { version, own }: Version): void {
    const written = this.now.own
    const isOthers = own !== sent && JSON.stringify(own) !== JSON.stringify(sent)
    const joined = written === sent ? { writing: own, crossings: [] } : joinWritings(sent, written, own)
    this.base = { version, own }
    this.tell({
      own: joined.writing,
      heard: this.now.heard || isOthers,
      crossings: [...this.now.crossings, ...joined.crossings],
    })
  }

  private saveIn(ms: number): void {
    clearTimeout(this.pause)
    this.pause = setTimeout(() => void this.flush(), ms)
  }

  private tell(change: Partial<InHand>): void {
    this.now = { ...this.now, ...change }
    for (const reader of this.readers) reader()
  }
}
