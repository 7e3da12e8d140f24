// A row without the words that were taken off it. Only engine/masking.ts makes one, and only a masked row can be heard (visible-row.ts).
import type * as z from 'zod/mini'
import { recorded } from '../shapes/record'

const maskedRow = recorded.brand<'masked'>()
/** A row without the words that were taken off it. The brand exists in the type only. */
export type MaskedRow = z.infer<typeof maskedRow>
