// The rest of a draft, carried along by a step that does not show it. `except` names the fields the step asks for itself.

type CarriedFieldsProps = { fields: readonly (readonly [string, string])[]; except: readonly string[] }

export function CarriedFields({ fields, except }: CarriedFieldsProps) {
  const carried = fields.filter(([name]) => !except.some((own) => name === own || name.startsWith(`${own}-`)))
  return carried.map(([name, value]) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />)
}
