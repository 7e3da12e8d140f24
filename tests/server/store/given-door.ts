/** Somebody who comes to the door with a code and a name, from a phone that the house has not seen before. */
import { joinByCode } from '#server/store/door/door'

export const join = (code: string, name: string) => joinByCode({ code, name, userAgent: 'phone', visitor: null })
export const mustJoin = async (code: string, name: string) => {
  const answer = await join(code, name)
  if (!answer.ok) throw new Error(`${name} was refused: ${answer.refusal}`)
  return answer
}
