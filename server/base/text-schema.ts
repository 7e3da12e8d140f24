/** Text from forms: what may be stored of it, and how a line of it is. */
import { z } from 'zod'
import { isStorable } from '#simulation/kernel/storable'

/**
 * A title as one line: line breaks, other control characters and runs of space become one space. Cleaned where it is stored, because what
 * is stored goes into headers, file names, calendars and tables.
 */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

/** At most `most` characters, none that PostgreSQL cannot store. */
export const typedText = (most: number) => z.string().max(most).refine(isStorable)
