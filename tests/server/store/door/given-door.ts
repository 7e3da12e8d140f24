/** Somebody who joins by code and name on a device that the server does not know. */
import { joinByCode } from '#server/store/door/door'

export const join = (code: string, name: string) => joinByCode({ code, name, userAgent: 'phone', visitor: null })
export const mustJoin = async (code: string, name: string) => {
  const answer = await join(code, name)
  if (!answer.ok) throw new Error(`${name} was refused: ${answer.refusal}`)
  return answer
}
