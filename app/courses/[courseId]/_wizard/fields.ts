// Reads a wizard's setup from the fields of an address or a form, with a default for what is missing or invalid.

export type Fields = Record<string, string | string[] | undefined>

export const all = (fields: Fields, name: string): string[] => [fields[name] ?? []].flat()
export const last = (fields: Fields, name: string): string | undefined => all(fields, name).at(-1)

/** A whole number within bounds, else the default. */
export function whole(text: string | undefined, low: number, high: number, otherwise: number): number {
  const number = Number(text?.trim() || Number.NaN)
  return Number.isFinite(number) ? Math.min(high, Math.max(low, Math.round(number))) : otherwise
}

/** The fields of an address or a form without those whose names every object has, such as `constructor`: none is ours, and each would be taken for the object's own. */
export const ownFields = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in Object.prototype)))

/** An unticked box is absent from a form; before the wizard was begun every box is absent, and the default counts. */
export const isTicked = (fields: Fields, name: string, begun: boolean, otherwise: boolean): boolean =>
  begun ? last(fields, name) === 'yes' : otherwise

export const ticked = (name: string, on: boolean): [string, string][] => (on ? [[name, 'yes']] : [])

export const fieldsIn = (form: FormData): Fields =>
  Object.fromEntries(
    [...new Set(form.keys())].map((name) => [name, form.getAll(name).filter((value) => typeof value === 'string')]),
  )
