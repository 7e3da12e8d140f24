// The words that stand where words were taken off: by whom, when and why. For the record on screen, on paper and in files alike.
import type { Translate } from '#format/translate'
import { type RoomPlan, roundOf } from '#simulation/agenda/plan'
import { setApart } from '#simulation/kernel/bidi'
import { GAP, textParts } from '#simulation/kernel/gaps'
import type { Struck } from '#simulation/reading/log/strikes'
import type { StrikeReason } from '#simulation/shapes/strikes'
import { delegationIn } from '#ui/words/delegations.ts'
import { saidAt } from '../entries/said-at'

/** What the words are drawn with: `record` translates the namespace `record`. */
export type OffContext = {
  record: Translate<'record'>
  locale: string
  plan: Pick<RoomPlan, 'kind'>
  timeZone?: string | undefined
}

export const reasonWords = (record: Translate<'record'>, reason: StrikeReason): string =>
  typeof reason === 'string' ? record(`off.reasons.${reason}`) : reason.text

/** "words taken off by the chair, 11:04: names a person"; several, if words were taken off an entry more than once. */
export function offWords(off: readonly Struck[], { record, locale, plan, timeZone }: OffContext): string {
  if (off.length === 0) return record('off.unknown')
  return off
    .map(({ by, at, reason }) => {
      const time = saidAt(locale, plan, at, { seconds: false, timeZone })
      if (by === 'writer') return record('off.writer', { time })
      return record('off.chair', { time, reason: reason === null ? 'none' : reasonWords(record, reason) })
    })
    .join('; ')
}

/** The words of a redacted place; the fingerprint tells later whether somebody's copy of the words is the right one. */
export const redactedWords = (record: Translate<'record'>, fingerprint: string): string =>
  record('off.redacted', { fingerprint: fingerprint.slice(0, 16) })

/** A text for a file: what is left of it, and a dash and who took them where words were taken off; set apart from what stands around it (D24). */
export function textInFile(text: string, off: readonly Struck[], about: OffContext): string {
  const parts = textParts(text)
  const last = parts.findLastIndex(({ kind }) => kind === 'gap')
  const said = parts
    .map((part, place) => {
      if (part.kind === 'words') return part.text
      if (part.fingerprint !== null) return `— ${redactedWords(about.record, part.fingerprint)}`
      return place === last ? `— ${offWords(off, about)}` : '—'
    })
    .join('')
  return setApart(said)
}

/** Whether words were taken off this text. */
export const hasGap = (text: string): boolean => text.includes(GAP)

/** A text for where there is room for one line alone: with a dash in the place of words that were taken off. */
export const dashed = (text: string): string =>
  textParts(text)
    .map((part) => (part.kind === 'words' ? part.text : '—'))
    .join('')

/** What words were taken off, by name: "88", or "Arnport’s position on “The gap”" of what has no number. */
export function struckName(record: Translate<'record'>, plan: RoomPlan, entry: string): string {
  const [kind, first = '', second = '', third = ''] = entry.split('/')
  const capital = (id: string) => delegationIn(plan, id)?.capital ?? id
  const heading = plan.communique.clauses.find(({ key }) => key === first)?.heading ?? first
  switch (kind) {
    case 'position':
      return record('off.places.position', { capital: capital(third), round: roundOf(plan, first)?.title ?? first })
    case 'bracket':
    case 'ballot':
      return record(`off.places.${kind}`, { capital: capital(second), heading })
    case 'version': {
      const [side = ''] = second.split('-')
      if (side === 'chair') return record('off.places.versionChair', { heading })
      return record('off.places.version', { capital: capital(side), heading })
    }
    case 'draft':
      return record('off.places.draft', { heading })
    case 'home':
      return record('off.places.home', { title: plan.seats.find(({ id }) => id === first)?.title ?? first })
    case 'decided':
      return record('off.places.decided', { capital: capital(first) })
    case 'heading':
      return record('off.places.heading')
    default:
      return entry
  }
}
