// Tables side by side: every sentence and number of the page is read back and judged on the reveals alone, by an oracle that knows nothing of
// simulation/reading (L15, D14, D16); the file gives the same numbers.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairOf } from '#simulation/agenda/parties'
import type { DelegationId } from '#simulation/kernel/ids'
import { compareTables } from '#simulation/reading/positions/compared-tables'
import { readAsked } from '../../../app/activities/[activityId]/compare/asked'
import { compareCsv } from '../../../app/activities/[activityId]/compare/compare-file'
import { type ProofItem, proofsIn, revealsOf } from '../../support/files/proof-rows'
import { medianOf, quarters } from '../../support/middles'
import { tablesOf } from '../../support/stories/played-tables'
import { opened, type Round, roomWith, roundsWith } from '../../support/stories/revealed-rounds'
import { CN, JP, US } from '../../support/stories/sides'
import { translate } from '../../support/translate'
import { markupOf, readOf } from './compared-screen'

const seed = Number(process.env.STORY_SEED ?? 20260112)

type Stage = 'opening' | 'closing'
const farIn = (told: Round | null | undefined, stage: Stage, [a, b] = [US, JP]): number | null => {
  const [one, other] = [told?.[stage][a], told?.[stage][b]]
  return one && other ? Math.abs(one.value - other.value) : null
}
const signed = (value: number) =>
  value === 0 ? '0' : `${value < 0 ? '−' : '+'}${(Math.round(Math.abs(value) * 10) / 10).toFixed(1)}`
test('what is said of the tables is true of their reveals, of the gap and of another pair', () => {
  const seen = { unknown: 0, alike: 0, mixed: 0, byBrief: 0, apart: 0, parted: 0, onAxes: 0 }
  const drawn = fc.tuple(
    fc.array(roundsWith(false), { minLength: 2, maxLength: 6 }),
    fc.constantFrom([US, JP] as const, [US, CN] as const),
  )
  fc.assert(
    fc.property(drawn, ([told, pair]) => {
      const rooms = told.map((each) => roomWith(each))
      const tables = tablesOf(rooms)
      const measure = pair[1] === JP ? 'gap' : (pairOf(opened, ...pair) ?? '')
      const of = readAsked({ of: measure }, tables).measure
      expect(of === 'gap').toBe(pair[1] === JP)
      const html = markupOf(tables, { of })
      const page = readOf(html)
      const [lean = [], ...proofs] = proofsIn(html)
      const inOrder = (items: readonly ProofItem[]) => items.toSorted((a, b) => (a.words < b.words ? -1 : 1))
      const closedIn = (table: number, round: number) => {
        const state = rooms[table]
        return state ? revealsOf(state, round, 'closing').map((no) => `room-${table} ${no}`) : []
      }
      const rounds = opened.rounds.map(({ title }, place) => ({ title, place }))
      const all = told.map((table) =>
        rounds.map(({ place }) => ({
          ...{ opening: farIn(table[place], 'opening', [...pair]), closing: farIn(table[place], 'closing', [...pair]) },
          brief: pair.some((id) => (['opening', 'closing'] as const).some((at) => table[place]?.[at][id]?.byBrief)),
        })),
      )
      const known = all.map((table) =>
        table.flatMap(({ opening, closing, brief }) =>
          opening === null || closing === null ? [] : [{ moved: Math.sign(closing - opening), brief }],
        ),
      )
      const count = (of: (typeof known)[number], way: number) => of.filter(({ moved }) => moved === way).length

      // The title.
      const leans = known.flatMap((one) => (one.length === 0 ? [] : [Math.sign(count(one, -1) - count(one, 1))]))
      const narrowed = leans.filter((lean) => lean > 0).length
      const widened = leans.filter((lean) => lean < 0).length
      const alike =
        /At (?:the one table|both tables|all (\d+) tables) the (?:gap|distance) \S+ (narrowed in more|widened in more|narrowed in as many) rounds/.exec(
          page,
        )
      const mixed =
        /At (none|\d+) of (\d+) tables the (?:gap|distance) \S+ narrowed in more rounds than it widened, at (none|\d+) it widened in more/.exec(
          page,
        )
      const numbers = (found: readonly (string | undefined)[]) => found.map((one) => (one === 'none' ? 0 : Number(one)))
      if (mixed) {
        seen.mixed += 1
        expect(numbers(mixed.slice(1))).toEqual([narrowed, leans.length, widened])
        expect(new Set(leans).size).toBeGreaterThan(1)
      } else if (alike) {
        seen.alike += 1
        const lean = { 'narrowed in more': 1, 'widened in more': -1, 'narrowed in as many': 0 }[alike[2] ?? '']
        expect(leans.every((one) => one === lean)).toBe(true)
        expect(alike[0].includes('both') ? 2 : alike[1] ? Number(alike[1]) : 1).toBe(leans.length)
      } else {
        seen.unknown += 1
        expect(page).toContain('No table has shown yet where its sides opened and where they closed')
        expect(leans).toEqual([])
      }

      // The proof of the title: each table as it leans, with the reveals that closed it.
      expect(inOrder(lean)).toEqual(
        (leans.length === 0 ? [] : known).map((own, place) => {
          const way = own.length === 0 ? null : Math.sign(count(own, -1) - count(own, 1))
          const unknown = rounds.length - own.length
          const [less, more, held] = [-1, 1, 0].map((each) => count(own, each))
          return {
            way:
              way === null
                ? 'Not known'
                : way > 0
                  ? 'Narrowed in more rounds'
                  : way < 0
                    ? 'Widened in more rounds'
                    : 'Narrowed in as many as widened',
            words: `Room ${place + 1}: Narrowed in ${less}, widened in ${more}, held in ${held}${unknown > 0 ? `, not known in ${unknown}` : ''}`,
            entries: rounds.flatMap((round) => {
              const { opening, closing } = all[place]?.[round.place] ?? {}
              return opening == null || closing == null ? [] : closedIn(place, round.place)
            }),
          }
        }),
      )

      // The sums beneath it, and each table's own.
      const sums = (of: string) => {
        const [, a, b, c, d] =
          /arrowed in (\d+), widened in (\d+), held in (\d+)(?:, not known in (\d+))?/.exec(of) ?? []
        return numbers([a, b, c, d ?? 'none'])
      }
      const expected = (of: (typeof known)[number], rows: number) => [
        ...[-1, 1, 0].map((way) => count(of, way)),
        rows - of.length,
      ]
      const total = /Over all rounds at all tables[^.]*\./.exec(page)?.[0] ?? ''
      expect(sums(total)).toEqual(expected(known.flat(), tables.length * rounds.length))
      const byBrief = known.flat().filter(({ brief }) => brief).length
      seen.byBrief += byBrief
      expect(Number(/In (\d+) of those that are known, nobody of one side filed/.exec(page)?.[1] ?? 0)).toBe(byBrief)
      // A table that closed alone has no others to be apart from.
      const medians = rounds.map(({ place }) => {
        const far = all.flatMap((table) => table[place]?.closing ?? [])
        return far.length < 2 ? null : medianOf(far)
      })
      const offOf = (table: (typeof all)[number]) =>
        table.flatMap(({ closing }, at) => {
          const median = medians[at] ?? null
          return closing === null || median === null ? [] : [Math.abs(closing - median)]
        })
      for (const [place, table] of all.entries()) {
        const tile = page.slice(page.indexOf(`Room ${place + 1}`))
        expect(sums(tile)).toEqual(expected(known[place] ?? [], rounds.length))
        const off = offOf(table)
        const said = /^Room \d+\s*(?:mean ([\d.]+) from the middle)?/.exec(tile)?.[1]
        expect(said).toBe(
          off.length === 0 ? undefined : (off.reduce((sum, one) => sum + one, 0) / off.length).toFixed(1),
        )
      }

      const [, sides = ''] = page.split('Where each side closed, at every table')
      const values = (place: number, stage: Stage, side: DelegationId) =>
        told.flatMap((table) => table[place]?.[stage][side]?.value ?? [])
      const middle = (of: readonly number[]) => (of.length === 0 ? 'not known' : signed(medianOf(of)))
      const closedAt = ({ place }: { place: number }) =>
        told.filter((table) => Object.keys(table[place]?.closing ?? {}).length > 0).length
      const onAxes = rounds.filter((one) => closedAt(one) >= 2)
      seen.onAxes += onAxes.length
      expect(
        [...sides.matchAll(/median ([−+\d.]+|not known), at the opening ([−+\d.]+|not known)/g)].map(
          ([, closing, opening]) => `${closing} ${opening}`,
        ),
      ).toEqual(
        onAxes.flatMap(({ place }) =>
          [US, JP, CN].map(
            (side) => `${middle(values(place, 'closing', side))} ${middle(values(place, 'opening', side))}`,
          ),
        ),
      )

      // The file.
      const compared = compareTables(tables, of)
      if (!compared) throw new Error('Two tables can be compared.')
      const file: Record<string, string>[] = parse(compareCsv(compared, translate('compare')), {
        bom: true,
        columns: true,
      })
      const read = (cell: string | undefined) => (cell ? Number(cell) : null)
      expect(file.map((row) => [read(row['Opening distance']), read(row['Closing distance'])])).toEqual(
        all.flatMap((table) => table.map(({ opening, closing }) => [opening, closing])),
      )

      // Who stands apart, and where they parted.
      const each = all.map((table, place) => ({
        name: `Room ${place + 1}`,
        off: offOf(table),
        table,
      }))
      const means = each.flatMap(({ off }) =>
        off.length === 0 ? [] : [off.reduce((sum, one) => sum + one, 0) / off.length],
      )
      const greatest = Math.max(...means)
      const apartNow = each.filter(
        ({ off }) => off.length > 0 && off.reduce((sum, one) => sum + one, 0) / off.length === greatest,
      )
      const stand = / stands? apart Furthest from the middle of the tables,[^.]*by a mean of ([\d.]+)\./.exec(page)
      const isApart = greatest > 0 && apartNow.length <= 3 && apartNow.length < means.length
      expect(stand !== null).toBe(isApart)
      expect(proofs.length).toBe(Number(isApart))
      if (isApart)
        expect(inOrder(proofs.at(-1) ?? [])).toEqual(
          each.map(({ name, off, table }, at) => {
            const own = off.length === 0 ? null : off.reduce((sum, one) => sum + one, 0) / off.length
            return {
              way: own === null ? 'Not known' : own === greatest ? 'Furthest from the middle' : 'Nearer',
              words: own === null ? name : `${name}: ${own.toFixed(1)}`,
              entries: table.flatMap(({ closing }, place) =>
                closing === null || (medians[place] ?? null) === null ? [] : closedIn(at, place),
              ),
            }
          }),
        )
      if (tables.length === 2) expect(compared.apart).toBeNull()
      if (stand) {
        seen.apart += 1
        expect(stand[1]).toBe(greatest.toFixed(1))
        const told = page.slice(stand.index, page.indexOf('Where each side closed'))
        for (const { name, table } of apartNow) {
          const place = table.findIndex(({ closing }, at) => {
            const [low, high] = quarters(all.flatMap((one) => one[at]?.closing ?? []))
            return closing !== null && (closing < low || closing > high)
          })
          const own = new RegExp(
            `${name} (?:In the round on (.+?) it closed (\\d+\\.\\d) apart, outside the middle half; the median is (\\d+\\.\\d)|In each single round)`,
          ).exec(told)
          expect(own?.slice(1)).toEqual(
            place < 0
              ? [undefined, undefined, undefined]
              : [rounds[place]?.title, table[place]?.closing?.toFixed(1), medians[place]?.toFixed(1)],
          )
          seen.parted += place < 0 ? 0 : 1
        }
      }
    }),
    { seed, numRuns: 120 },
  )
  for (const [form, times] of Object.entries(seen)) expect(times, form).toBeGreaterThan(0)
})
