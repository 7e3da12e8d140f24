// What a wizard's form says in an address: every field but those that only repeat what the page gave, which are many and say nothing.

/** The hidden field in which the rounds' step says what it gave, as `name=value,name=value`. */
export const GIVEN = 'given'

/** The fields of a step's form as they stand in an address, in their order. The address has the course already. */
export function saidIn(form: FormData): [string, string][] {
  const fields = [...form].map(([name, value]): [string, string] => [name, String(value)])
  const given = new Set(form.getAll(GIVEN).flatMap((text) => String(text).split(',')))
  // React writes the number of a form's action among its fields.
  const isOfForm = (name: string) => name === GIVEN || name === 'courseId' || name.startsWith('$')
  return fields.filter(([name, value]) => !isOfForm(name) && !given.has(`${name}=${value}`))
}
