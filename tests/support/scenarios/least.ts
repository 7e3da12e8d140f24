/** The least that an author writes, and outlines drawn around it. */
import fc from 'fast-check'
import { HUES } from '#simulation/agenda/party-look'
import type { Outline } from '#simulation/scenario/authoring/outline'

/** Two sides, one office each, three tensions: about forty fields. */
export const LEAST: Outline = {
  title: 'The riverbank',
  language: 'en',
  sources: [{ title: 'Who owns the bank?', author: 'The harbour office' }],
  parties: [
    {
      ...{ name: 'Millford', mark: 'MF', colour: 'blue' },
      offices: [{ title: 'Mayor', charge: 'Bring home a bank that everybody can walk along.' }],
    },
    {
      ...{ name: 'Saint Brannock College', mark: 'SB', colour: 'gold' },
      offices: [{ title: 'Provost', charge: 'Bring home land for the laboratories before the grant ends.' }],
    },
  ],
  tensions: [
    {
      ...{
        title: 'The path',
        question: 'Who may walk along the water?',
        minus: 'Members only',
        plus: 'Everybody, always',
      },
      opens: [2.5, -1],
    },
    {
      ...{ title: 'The land', question: 'What is built there?', minus: 'Nothing', plus: 'Laboratories to the edge' },
      opens: [-1.5, 2],
    },
    {
      ...{ title: 'The bill', question: 'Who pays for the wall?', minus: 'The town', plus: 'The college' },
      opens: [3, -2],
    },
  ],
}

const words = (most: number) =>
  fc.oneof(
    fc.stringMatching(new RegExp(`^[A-Z][a-z]{1,9}( [a-z]{1,9}){0,${most}}$`)),
    fc.constantFrom('川岸', '谁来付钱', 'Ωμέγα', '“quoted”', 'A & B <b>', 'constructor', 'observer'),
  )

/** Outlines of every size, with words that make no name and words that look like markup. */
export const drawnOutline: fc.Arbitrary<Outline> = fc
  .record({ parties: fc.integer({ min: 2, max: 8 }), tensions: fc.integer({ min: 1, max: 8 }) })
  .chain(({ parties, tensions }) =>
    fc.record({
      title: words(3),
      language: fc.constantFrom('en' as const, 'ja' as const, 'zh' as const),
      sources: fc.array(fc.record({ title: words(4), author: words(1) }), { minLength: 1, maxLength: 3 }),
      parties: fc
        .uniqueArray(
          fc
            .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
            .filter((name) => name !== '' && name.trim() === name),
          {
            ...{ minLength: parties, maxLength: parties },
          },
        )
        .chain((names) =>
          fc.tuple(
            ...names.map((name, place) =>
              fc.record({
                name: fc.constant(name),
                mark: fc.constant(`P${String.fromCharCode(65 + place)}`),
                colour: fc.constant(HUES[place] ?? 'slate'),
                offices: fc.array(fc.record({ title: words(2), charge: words(8) }), { minLength: 1, maxLength: 4 }),
              }),
            ),
          ),
        ),
      tensions: fc.array(
        fc.record({
          ...{ title: words(2), question: words(6), minus: words(2), plus: words(2) },
          opens: fc.array(
            fc.integer({ min: -6, max: 6 }).map((half) => half / 2),
            { minLength: parties, maxLength: parties },
          ),
        }),
        { minLength: tensions, maxLength: tensions },
      ),
    }),
  )
