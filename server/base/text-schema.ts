/** The schema of text from a form: at most `most` characters, none that PostgreSQL cannot store. */
import { z } from 'zod'
import { isStorable } from '#simulation/kernel/storable'

export const typedText = (most: number) => z.string().max(most).refine(isStorable)
