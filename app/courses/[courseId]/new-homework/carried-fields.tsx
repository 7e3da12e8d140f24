// The rest of the draft, carried along by a step that does not show it.
import { type Draft, fieldsOf } from './draft'

export function CarriedFields({ draft, except }: { draft: Draft; except: readonly string[] }) {
  const carried = fieldsOf(draft).filter(([name]) => !except.some((own) => name === own || name.startsWith(`${own}-`)))
  return carried.map(([name, value]) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />)
}
