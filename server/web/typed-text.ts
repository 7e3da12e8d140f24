/** What somebody typed into a form, before anything is known of it: of a length, and such as a database can hold. It knows no form. */
import { z } from 'zod'
import { isStorable } from '#simulation/kernel/storable'

export const typedText = (most: number) => z.string().max(most).refine(isStorable)
