/**
 * Judges the people of a list one after the other: each has at most one fault, with the field that mends it. Two of one number, one
 * address or one name are a fault of the later.
 */
import { LIMITS } from '#simulation/kernel/limits'
import type { RosterFault, RosterPerson } from '../../../store/courses/roster-read'
import { foldEmail, isWholeEmail } from '../../../store/people/email'
import { cleanName, nameKey } from '../../../store/people/names'
import { longestCell } from './cells'

const longestNumber = 60

export function withFaults(people: readonly RosterPerson[]): RosterPerson[] {
  const usual = usualDomain(people)
  const numbers = new Map<string, RosterPerson>()
  const emails = new Map<string, RosterPerson>()
  const judged = people.map((person): RosterPerson => {
    const fault = person.fault ?? ownFault(person, usual) ?? repeated(person, numbers, emails)
    if (fault) return { ...person, fault }
    if (person.number !== '') numbers.set(nameKey(person.number), person)
    if (person.email !== '') emails.set(foldEmail(person.email), person)
    return {
      ...person,
      name: cleanName(person.name) ?? person.name,
      email: foldEmail(person.email),
    }
  })
  return withNamesakes(judged)
}

function ownFault({ name, email, number }: RosterPerson, usual: string | null): RosterFault | null {
  if ([name, email, number].some((text) => text.length > longestCell)) return { kind: 'too-long', field: null }
  if (name === '') return { kind: email === '' ? 'no-name' : 'mail-for-name', field: 'name' }
  if (cleanName(name) === null)
    return [...name].length > LIMITS.name
      ? { kind: 'long-name', field: 'name', most: LIMITS.name }
      : { kind: 'no-name', field: 'name' }
  if (email !== '' && (!isWholeEmail(email) || /[,;<>]/.test(email)))
    return { kind: 'bad-email', field: 'email', usual }
  return number.length > longestNumber ? { kind: 'bad-number', field: 'number' } : null
}

type PeopleByKey = ReadonlyMap<string, RosterPerson>

function repeated({ email, number }: RosterPerson, numbers: PeopleByKey, emails: PeopleByKey): RosterFault | null {
  const sameNumber = number === '' ? undefined : numbers.get(nameKey(number))
  if (sameNumber)
    return {
      kind: 'number-twice',
      field: 'number',
      line: sameNumber.line,
      name: sameNumber.name,
    }
  const sameEmail = email === '' ? undefined : emails.get(foldEmail(email))
  return sameEmail
    ? {
        kind: 'email-twice',
        field: 'email',
        line: sameEmail.line,
        name: sameEmail.name,
      }
    : null
}

/** Two people of one name are told apart by their numbers or addresses. Whoever has neither repeats the other. */
function withNamesakes(people: readonly RosterPerson[]): RosterPerson[] {
  const byName = grouped(people, ({ name, fault }) => (fault === null ? nameKey(name) : null))
  return people.map((person) => {
    if (person.fault || person.number !== '' || person.email !== '') return person
    const same = byName.get(nameKey(person.name)) ?? []
    const other = same.find(({ number, email }) => number !== '' || email !== '') ?? same[0]
    if (!other || other.line === person.line) return person
    return {
      ...person,
      fault: {
        kind: 'name-twice',
        field: 'number',
        line: other.line,
        name: other.name,
      },
    }
  })
}

/** The domain of most whole addresses, if there are at least three. */
function usualDomain(people: readonly RosterPerson[]): string | null {
  const domains = people.flatMap(({ email }) => {
    const at = email.lastIndexOf('@')
    return email.length <= longestCell && isWholeEmail(email) ? [foldEmail(email.slice(at + 1))] : []
  })
  const counts = [...grouped(domains, (domain) => domain)].map(([domain, all]) => ({ domain, count: all.length }))
  const [most] = counts.toSorted((a, b) => b.count - a.count)
  return most && most.count > 2 && most.count * 2 > domains.length ? most.domain : null
}

function grouped<One>(all: readonly One[], keyOf: (one: One) => string | null): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const key = keyOf(one)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}
