// How long what a part requires is to be, as it is typed in the wizard of a homework debate and carried in its address.
import { MOST_LENGTH, type Requirement } from '#simulation/agenda/plan'
import type { HomeworkAgenda } from '#simulation/scenario/scenario'
import { type Fields, last, whole } from '../_wizard/fields'

/** Lengths that are asked for, in words, by `phase.requirement` (two indexes). */
export type AskedLengths = Record<string, Pick<Requirement, 'least' | 'most'>>

/**
 * Typed in step 4, and carried through the others as one field, because an address has few. Nought, or nothing typed, is no bound; a most
 * that is under the least is taken as equal to it.
 */
export function readLengths(fields: Fields, agenda: HomeworkAgenda): AskedLengths {
  const carried = new Map((last(fields, 'lengths') ?? '').split(' ').map((each) => [each.split(':')[0], each]))
  return Object.fromEntries(
    agenda.phases.flatMap(({ requires }, index) =>
      requires.flatMap((_requirement, place): [string, AskedLengths[string]][] => {
        const at = `${index}.${place}`
        const [, ...kept] = (carried.get(at) ?? '').split(/[:-]/)
        const read = (end: 'least' | 'most', was?: string) =>
          whole(last(fields, `${end}-${at}`) ?? was, 0, MOST_LENGTH, 0)
        const [least, most] = [read('least', kept[0]), read('most', kept[1])]
        const bounds = { ...(least > 0 ? { least } : {}), ...(most > 0 ? { most: Math.max(least, most) } : {}) }
        return least > 0 || most > 0 ? [[at, bounds]] : []
      }),
    ),
  )
}

/** The same as the one field that an address carries. */
export const lengthsIn = (lengths: AskedLengths): string =>
  Object.entries(lengths)
    .map(([at, { least = 0, most = 0 }]) => `${at}:${least}-${most}`)
    .join(' ')
