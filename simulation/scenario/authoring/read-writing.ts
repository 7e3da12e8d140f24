// Reads what an author has written as an outline, or says of each place that is not ready what it lacks. Empty rows below the least number
// are faults of their own fields: a row that is not wanted is removed.
import { placardLetters } from '../../agenda/party-look'
import { lengthOf } from '../../kernel/lengths'
import { webAddress } from '../terms'
import { type Outline, outline } from './outline'
import { OUTLINE_MOST } from './outline-bounds'
import type { Writing, WrittenParty, WrittenSource, WrittenTension } from './writing'

/**
 * `empty`: nothing is written yet. `taken`: another party has it. `few` and `many`: of a list. `address`: no address of a page, `https://`.
 * `mark`: not one to three capital letters. `charge`: too many words. `opening`: nobody said where the party opens. `unreadable`: what
 * no form lets anybody write.
 */
export type WritingFaultKind =
  | 'empty'
  | 'taken'
  | 'few'
  | 'many'
  | 'address'
  | 'mark'
  | 'charge'
  | 'opening'
  | 'unreadable'
/** `place`: the names and ids that lead to the field, as in `parties/p1/offices/o2/charge`. */
export type WritingFault = Readonly<{ place: string; fault: WritingFaultKind }>

type WritingReading = { ok: true; outline: Outline } | { ok: false; faults: readonly WritingFault[] }

export function readWriting(own: Writing): WritingReading {
  const faults = [
    ...unlessWritten('title', own.title),
    ...boundsOf('sources', own.sources.length, 1),
    ...own.sources.flatMap(faultsOfSource),
    ...boundsOf('parties', own.parties.length, 2),
    ...own.parties.flatMap((party, place) => faultsOfParty(party, own.parties.slice(0, place))),
    ...boundsOf('tensions', own.tensions.length, 1),
    ...own.tensions.flatMap((tension) => faultsOfTension(tension, own.parties)),
  ]
  if (faults.length > 0) return { ok: false, faults }
  const read = outline.safeParse(outlineIn(own))
  if (read.success) return { ok: true, outline: read.data }
  return { ok: false, faults: [{ place: 'title', fault: 'unreadable' }] }
}

const fault = (place: string, kind: WritingFaultKind): WritingFault => ({ place, fault: kind })

const unlessWritten = (place: string, words: string): WritingFault[] =>
  words.trim() === '' ? [fault(place, 'empty')] : []

function boundsOf(list: 'sources' | 'parties' | 'tensions' | 'offices', count: number, least: number, at = list) {
  if (count < least) return [fault(at, 'few')]
  return count > OUTLINE_MOST[list] ? [fault(at, 'many')] : []
}

function faultsOfSource({ id, title, author, url }: WrittenSource): WritingFault[] {
  const at = `sources/${id}`
  const isAddress = url.trim() === '' || webAddress.safeParse(url.trim()).success
  return [
    ...unlessWritten(`${at}/title`, title),
    ...unlessWritten(`${at}/author`, author),
    ...(isAddress ? [] : [fault(`${at}/url`, 'address')]),
  ]
}

function faultsOfParty({ id, name, mark, colour, offices }: WrittenParty, before: readonly WrittenParty[]) {
  const at = `parties/${id}`
  const named = unlessWritten(`${at}/name`, name)
  const marked = placardLetters.safeParse(mark.trim()).success ? [] : [fault(`${at}/mark`, 'mark')]
  const isTaken = (has: (other: WrittenParty) => boolean, what: string) =>
    before.some(has) ? [fault(`${at}/${what}`, 'taken')] : []
  return [
    ...(named.length > 0 ? named : isTaken((other) => other.name.trim() === name.trim(), 'name')),
    ...(marked.length > 0 ? marked : isTaken((other) => other.mark.trim() === mark.trim(), 'mark')),
    ...isTaken((other) => other.colour === colour, 'colour'),
    ...(offices.length === 0 ? [fault(`${at}/offices`, 'few')] : []),
    ...(offices.length > OUTLINE_MOST.offices ? [fault(`${at}/offices`, 'many')] : []),
    ...offices.flatMap((office) => {
      const seat = `${at}/offices/${office.id}`
      return [
        ...unlessWritten(`${seat}/title`, office.title),
        ...unlessWritten(`${seat}/charge`, office.charge),
        ...(lengthOf(office.charge).count > OUTLINE_MOST.chargeWords ? [fault(`${seat}/charge`, 'charge')] : []),
      ]
    }),
  ]
}

function faultsOfTension({ id, title, question, minus, plus, opens }: WrittenTension, parties: Writing['parties']) {
  const at = `tensions/${id}`
  return [
    ...unlessWritten(`${at}/title`, title),
    ...unlessWritten(`${at}/question`, question),
    ...unlessWritten(`${at}/minus`, minus),
    ...unlessWritten(`${at}/plus`, plus),
    ...parties.flatMap((party) =>
      Object.hasOwn(opens, party.id) ? [] : [fault(`${at}/opens/${party.id}`, 'opening')],
    ),
  ]
}

const ifWritten = <Name extends string>(name: Name, words: string) => {
  const trimmed = words.trim()
  return trimmed === '' ? {} : { [name]: trimmed }
}

const outlineIn = ({ title, question, language, sources, parties, tensions }: Writing) => ({
  ...{ title: title.trim(), language, ...ifWritten('question', question) },
  sources: sources.map((one) => ({
    ...{ title: one.title.trim(), author: one.author.trim() },
    ...{ ...ifWritten('url', one.url), ...ifWritten('publisher', one.publisher), ...ifWritten('date', one.date) },
  })),
  parties: parties.map(({ name, short, mark, colour, offices }) => ({
    ...{ name: name.trim(), ...ifWritten('short', short), mark: mark.trim(), colour },
    offices: offices.map((office) => ({ title: office.title.trim(), charge: office.charge.trim() })),
  })),
  tensions: tensions.map((one) => ({
    ...{ title: one.title.trim(), question: one.question.trim(), minus: one.minus.trim(), plus: one.plus.trim() },
    opens: parties.map(({ id }) => one.opens[id]),
  })),
})
