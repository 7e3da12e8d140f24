'use server'
// The roster page's server action. The form holds everything that was chosen, so each step reads the list anew: it works without a script,
// and what is saved is what the button said.
import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { caller } from '#access'
import { coursePath } from '#paths'
import { runInWorker } from '#server/jobs/worker-queue'
import { accessCourse } from '#server/store/access/access'
import { countsOf, readRoster, writeRoster } from '#server/store/courses/roster'
import { compareRoster, type RosterComparison } from '#server/store/courses/roster-comparison'
import { longestRoster, mostPasted, type RosterRead } from '#server/store/courses/roster-read'
import { type Chosen, chosenNow, type RosterStep, readForm, stepOf } from '#server/web/roster-form'
import { requireForm } from '#server/web/sent-form'
import { comparisonSeen, linesSeen } from './seen'

export type PasteFault =
  | { kind: 'workbook' | 'no-text' | 'over' | 'empty' }
  | { kind: 'too-much' | 'too-long'; most: number }

export type RosterState = Chosen & {
  attempt: number
  text: string
  /** The name of the file; null for a list that was pasted. */
  file: string | null
  view:
    | { step: 'paste'; fault: PasteFault | null }
    /** `waits`: something has changed since the button said what it saves, so that nothing was saved. */
    | { step: 'lines'; read: RosterRead; replaces: boolean; waits: boolean }
    | { step: 'compare'; read: RosterRead; comparison: RosterComparison; waits: boolean }
    | { step: 'saved'; read: RosterRead; count: number; at: number }
}

export async function judgeRoster(before: RosterState, form: FormData): Promise<RosterState> {
  requireForm(form, before)
  const attempt = before.attempt + 1
  const me = await caller()
  const given = readForm(form)
  if (!me || !given || !(await accessCourse(me, given.courseId, 'edit-roster'))) notFound()
  const step = stepOf(given.step)
  const source = await readSource(given, step)
  const chosen = chosenNow(given, step, source.isNew)
  const { text, file } = source
  const shown = (view: RosterState['view']): RosterState => ({ ...chosen, attempt, text, file, view })
  const refused = (fault: PasteFault | null) => shown({ step: 'paste', fault })
  if (source.fault) return refused(source.fault)
  if (step.kind === 'paste') return refused(null)
  if (text.length > mostPasted) return refused({ kind: 'too-much', most: longestRoster })
  const read = await runInWorker({ kind: 'roster', text, choices: chosen.choices })
  if (read === 'over') return refused({ kind: 'over' })
  if (read.people.length > longestRoster) return refused({ kind: 'too-long', most: longestRoster })
  return shown(await nextView(given.courseId, step, { ...chosen, by: me.id }, given.seen, read))
}

async function nextView(
  courseId: string,
  step: RosterStep,
  chosen: Chosen & { by: string },
  seen: string,
  read: RosterRead,
): Promise<RosterState['view']> {
  const before = await readRoster(courseId)
  const replaces = before.length > 0
  if (read.people.length + read.out.length === 0 && !replaces) return { step: 'paste', fault: { kind: 'empty' } }
  const lines = (waits: boolean) => ({ step: 'lines', read, replaces, waits }) as const
  const isSeen = seen === linesSeen(read)
  if (step.kind === 'save' && !replaces) {
    if (!isSeen) return lines(true)
    const expected = { added: read.places.length, removed: 0, kept: 0 }
    const isSaved = await writeRoster(courseId, read.places, chosen, expected, chosen.by)
    return isSaved ? saved(courseId, read) : lines(true)
  }
  const comparison = compareRoster(before, read.places, chosen)
  const compared = (waits: boolean) => ({ step: 'compare', read, comparison, waits }) as const
  switch (step.kind) {
    case 'compare':
      return isSeen ? compared(false) : lines(true)
    case 'keep':
    case 'apart':
      return compared(false)
    case 'save': {
      if (seen !== comparisonSeen(comparison)) return compared(true)
      const isSaved = await writeRoster(courseId, read.places, chosen, countsOf(comparison), chosen.by)
      return isSaved ? saved(courseId, read) : compared(true)
    }
    case 'read':
    case 'look':
    case 'paste':
    case 'leave':
    case 'plain':
    case 'return':
    case 'usual':
    case 'named':
      return lines(false)
    default:
      return step satisfies never
  }
}

/** Counted on the roster: whoever was kept though the list leaves them out is on it too. */
async function saved(courseId: string, read: RosterRead): Promise<RosterState['view']> {
  revalidatePath(coursePath(courseId))
  return { step: 'saved', read, count: (await readRoster(courseId)).length, at: Date.now() }
}

type Source = { text: string; file: string | null; isNew: boolean; fault: PasteFault | null }

async function readSource(
  given: { text: string; fileName: string; file: File | null },
  step: RosterStep,
): Promise<Source> {
  const { file } = given
  // Forms send CRLF; what is shown again must equal the field's text, which has LF.
  const pasted = given.text.replace(/\r\n?/g, '\n')
  const kept = { text: pasted, file: given.fileName || null, isNew: false, fault: null }
  if (!file) return step.kind === 'read' ? { ...kept, file: null, isNew: true } : kept
  const decoded = await runInWorker({ kind: 'roster-file', bytes: new Uint8Array(await file.arrayBuffer()) })
  if (decoded === 'over') return { ...kept, file: file.name, isNew: true, fault: { kind: 'over' } }
  if (decoded.kind !== 'text') return { ...kept, file: file.name, isNew: true, fault: { kind: decoded.kind } }
  return { text: decoded.text.replace(/\r\n?/g, '\n'), file: file.name, isNew: true, fault: null }
}
