// The setup's other fields as hidden inputs, so that a step's form keeps what it does not show. `except` names the fields that the step
// shows itself.

type CarriedFieldsProps = { fields: readonly (readonly [string, string])[]; except: readonly string[] }

export function CarriedFields({ fields, except }: CarriedFieldsProps) {
  const carried = fields.filter(([name]) => !except.some((own) => name === own || name.startsWith(`${own}-`)))
  return carried.map(([name, value]) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />)
}
