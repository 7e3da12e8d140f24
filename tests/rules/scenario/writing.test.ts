/** L49: what an author writes is a scenario or says at which field it is not, and of two who write at once nobody loses a word untold. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinWritings } from '#simulation/scenario/authoring/join-writings'
import { scenarioFrom } from '#simulation/scenario/authoring/outline-scenario'
import { readWriting } from '#simulation/scenario/authoring/read-writing'
import {
  begunWith,
  blankOffice,
  blankParty,
  blankSource,
  blankTension,
  type Writing,
  writing,
  writingOf,
} from '#simulation/scenario/authoring/writing'
import { checkScenario } from '#simulation/scenario/check'
import { drawnOutline } from '../../support/scenarios/least'

type Json = string | number | { [name: string]: Json } | Json[]

/** Every text that somebody types, by its place: rows are named by their ids. Those that may stay empty are left out. */
function typed(part: Json, path: string[] = []): { path: string[]; words: string }[] {
  if (typeof part === 'string') return [{ path, words: part }]
  if (typeof part === 'number') return []
  const spare = (name: string) =>
    ['id', 'colour', 'language', 'url', 'publisher', 'date', 'short'].includes(name) ||
    (name === 'question' && path.length === 0)
  const named = Array.isArray(part)
    ? part.map((row): [string, Json] => [typeof row === 'object' && !Array.isArray(row) ? String(row.id) : '', row])
    : Object.entries(part).filter(([name]) => !spare(name))
  return named.flatMap(([name, each]) => typed(each, [...path, name]))
}

/** The same with other words at one place. */
function written(part: Json, [name, ...rest]: string[], words: string): Json {
  if (name === undefined) return words
  if (Array.isArray(part))
    return part.map((row) =>
      typeof row === 'object' && !Array.isArray(row) && row.id === name ? written(row, rest, words) : row,
    )
  if (typeof part !== 'object') throw new Error(`Nothing is called ${name}.`)
  return { ...part, [name]: written(part[name] ?? '', rest, words) }
}

const wordsAt = (own: Writing, at: string) => typed(own).find(({ path }) => path.join('/') === at)?.words

const drawn = drawnOutline.map(writingOf)
/** A writing and one of its texts, by chance. */
const withPlace = drawn.chain((own) => fc.record({ own: fc.constant(own), at: fc.constantFrom(...typed(own)) }))

const places = (own: Writing) => {
  const read = readWriting(own)
  return read.ok ? [] : read.faults.map(({ place }) => place)
}

describe('L49 a scenario in writing', () => {
  test('is the outline it was made of, and a scenario that can be played', () => {
    fc.assert(
      fc.property(drawnOutline, (outline) => {
        expect(readWriting(writing.parse(writingOf(outline)))).toEqual({ ok: true, outline })
      }),
      { numRuns: 40 },
    )
    fc.assert(
      fc.property(drawn, (own) => {
        const read = readWriting(own)
        expect(read.ok && checkScenario(scenarioFrom(read.outline))).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  test('says at each field what it lacks, and nothing of the others', () => {
    fc.assert(
      fc.property(withPlace, fc.constantFrom('', '   '), ({ own, at }, nothing) => {
        expect(places(writing.parse(written(own, at.path, nothing)))).toEqual([at.path.join('/')])
      }),
      { numRuns: 40 },
    )
    // What is begun lacks each of its fields and each opening, but for the title that it was begun with.
    const begun = begunWith('The riverbank', 'en')
    const all = typed(begun).map(({ path }) => path.join('/'))
    expect(places(begun).sort()).toEqual(
      [...all.filter((at) => at !== 'title'), 'tensions/t1/opens/p1', 'tensions/t1/opens/p2'].sort(),
    )
  })

  test('has bounds, and what no two parties may share', () => {
    const [own] = fc.sample(
      drawn.filter(({ parties }) => parties.length === 2),
      { numRuns: 1, seed: 4 },
    )
    const [first, second] = own?.parties ?? []
    if (!own || !first || !second) throw new Error('There are two parties.')
    const many = (word: string) => Array.from({ length: 151 }, () => word).join(' ')
    const kinds = (changed: Partial<Writing>) => {
      const read = readWriting(writing.parse({ ...own, ...changed }))
      return read.ok ? [] : read.faults
    }
    const [source] = own.sources
    expect(kinds({ sources: [{ ...blankSource('s1'), ...source, url: 'http://example.org' }] })).toEqual([
      { place: 'sources/s1/url', fault: 'address' },
    ])
    expect(kinds({ parties: [first, { ...second, mark: 'us' }] })).toEqual([
      { place: 'parties/p2/mark', fault: 'mark' },
    ])
    const same = { name: ` ${first.name}`, mark: first.mark, colour: first.colour }
    expect(kinds({ parties: [first, { ...second, ...same }] })).toEqual(
      ['name', 'mark', 'colour'].map((what) => ({ place: `parties/p2/${what}`, fault: 'taken' })),
    )
    const [office] = first.offices
    const long = { ...blankOffice('o1'), ...office, charge: many('word') }
    expect(kinds({ parties: [{ ...first, offices: [long] }, second] })).toEqual([
      { place: 'parties/p1/offices/o1/charge', fault: 'charge' },
    ])
    expect(kinds({ parties: [{ ...first, offices: [] }, second] })).toEqual([
      { place: 'parties/p1/offices', fault: 'few' },
    ])
    expect(kinds({ parties: [first] })).toEqual([{ place: 'parties', fault: 'few' }])
    expect(kinds({ tensions: [] })).toEqual([{ place: 'tensions', fault: 'few' }])
    const nine = Array.from({ length: 9 }, (_, place) => ({ ...blankSource(`s${place}`), title: 'A', author: 'B' }))
    expect(kinds({ sources: nine })).toEqual([{ place: 'sources', fault: 'many' }])
  })

  test('of two authors: what one changed stands, what both changed is the last’s, and the other’s is named', () => {
    const two = withPlace.chain(({ own, at }) =>
      fc.record({ own: fc.constant(own), at: fc.constant(at), other: fc.constantFrom(...typed(own)) }),
    )
    fc.assert(
      fc.property(two, ({ own, at, other }) => {
        const mine = writing.parse(written(own, at.path, 'Mm'))
        const theirs = writing.parse(written(own, other.path, 'Tt'))
        const here = at.path.join('/')
        const there = other.path.join('/')
        const joined = joinWritings(own, mine, theirs)
        expect(wordsAt(joined.writing, here)).toBe('Mm')
        expect(joined.crossings).toEqual(here === there ? [{ place: here, theirs: 'Tt' }] : [])
        expect(wordsAt(joined.writing, there)).toBe(here === there ? 'Mm' : 'Tt')
      }),
      { numRuns: 40 },
    )
    const own = begunWith('The riverbank', 'en')
    const [first, second] = own.parties
    if (!first || !second) throw new Error('There are two parties.')
    const third = blankParty('p3a', own.parties)
    const added = { ...own, parties: [second, first, third] }
    const opened = { ...own, tensions: own.tensions.map((one) => ({ ...one, opens: { p1: 2 } })) }
    // An order that one changed stands; and a row that one removed while the other wrote in it stays.
    expect(joinWritings(own, opened, added).writing).toEqual({ ...opened, parties: added.parties })
    expect(joinWritings(own, added, opened).writing).toEqual({ ...added, tensions: opened.tensions })
    const gone = { ...own, parties: [first] }
    expect(joinWritings(own, gone, own).writing).toEqual(gone)
    const named = { ...own, parties: [first, { ...second, name: 'Weir' }] }
    expect(joinWritings(own, gone, named).writing.parties).toEqual(named.parties)
    expect(
      joinWritings(own, { ...own, tensions: [] }, { ...own, tensions: [...own.tensions, blankTension('t9')] }),
    ).toEqual({ writing: { ...own, tensions: [blankTension('t9')] }, crossings: [] })
  })
})
