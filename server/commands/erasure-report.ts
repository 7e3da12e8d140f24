/** The report of `npm run admin -- erase-student`: whom it would erase, what it removed, and what a person has to look through. */
import { erasedLines, type RemovedBeside } from '../store/beside/erased-beside'
import type { Erased, Removed } from '../store/erasure/erasure'
import type { PersonTraces } from '../store/erasure/person-traces'

const count = (many: number, one: string, several = `${one}s`): string => `${many} ${many === 1 ? one : several}`

/** Everything that counts as the same person, printed before the erasure so that the operator can notice a namesake. */
export function wholeLine({ userIds, placeIds, courseIds, names, emails }: PersonTraces): string {
  const where = `${count(userIds.length, 'person', 'people')} and ${count(placeIds.length, 'line')} on rosters in ${count(courseIds.size, 'course')}`
  const addresses = emails.length > 0 ? `, with the address ${emails.join(', ')}` : ''
  return `  That is ${where}, known as ${names.join(', ')}${addresses}.`
}

const REMOVED: Readonly<Record<Exclude<keyof Removed, keyof RemovedBeside>, (many: number) => string>> = {
  people: (many) => count(many, 'sign-in name'),
  rosterPlaces: (many) => `${count(many, 'line')} on rosters`,
  sessions: (many) => count(many, 'device'),
  drafts: (many) => count(many, 'draft'),
  marks: (many) => count(many, 'mark'),
  joinRequests: (many) => `${count(many, 'request')} at the doors of their courses`,
  joinRequestsElsewhere: (many) => `${count(many, 'request')} under the same name at doors of other courses`,
  invitations: (many) => count(many, 'invitation'),
}

export function erasureReport({ removed, brought, unread, mentions, entries }: Erased): string[] {
  const rows = kinds().flatMap((kind) => (removed[kind] > 0 ? [REMOVED[kind](removed[kind])] : []))
  const gone = [...rows, ...erasedLines(removed)]
  return [
    ...(gone.length > 0 ? [`Removed: ${gone.join(', ')}.`] : []),
    ...brought.map(({ title, course }) => `Their name was taken off the brought record "${title}" in ${course}.`),
    ...unread.map(
      ({ what, title, course }) =>
        `Not looked through, because it cannot be read: the ${what}, "${title}" in ${course}.`,
    ),
    ...mentions.map(
      ({ table, column, count: many }) =>
        `The name, theirs or a namesake's, still stands in ${count(many, 'text')} that others wrote: ${table}.${column}. A person has to look at them.`,
    ),
    ...entries.map(
      ({ room, entry }) =>
        `Its words can be taken out for good, with a fingerprint in their place: npm run admin -- redact ${room} ${entry}`,
    ),
  ]
}

const kinds = (): (keyof typeof REMOVED)[] => [
  ...(['people', 'rosterPlaces', 'sessions', 'drafts', 'marks'] as const),
  ...(['joinRequests', 'joinRequestsElsewhere', 'invitations'] as const),
]
