/** One action of the authorisation matrix (action-rows.ts): how it is called, and who may do it. */
import type { WorldIds } from './given-world'
import type { Reach } from './staff-expected'

/** What an action is given: a state before it, where it keeps one, and a form; or a plain value. */
export type Call = { fields: Record<string, string>; state?: unknown } | { value: unknown }
export type ActionRow =
  | {
      call: (place: WorldIds) => Call
      may: Reach
      /** There is nothing left to do once somebody has done it. */
      once?: boolean
      /** Ends the part of whoever does it, so that here only those who may not do it. */
      ends?: boolean
    }
  /** Acts on nothing but the device that calls it. */
  | { own: Call }

export const form = (
  fields: (place: WorldIds) => Record<string, string>,
  may: Reach,
  state?: unknown,
): Extract<ActionRow, { may: unknown }> => ({
  call: (place) => ({ fields: fields(place), ...(state === undefined ? {} : { state }) }),
  may,
})
export const ownForm = (fields: Record<string, string> = {}, state?: unknown): ActionRow => ({
  own: { fields, ...(state === undefined ? {} : { state }) },
})
export const activityOnly = ({ activityId }: WorldIds) => ({ activityId })
