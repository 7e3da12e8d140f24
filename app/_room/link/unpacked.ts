// Reads the rows that a join carries as bytes (`PackedRows`).
import * as z from 'zod/mini'

const packed = z.looseObject({ forAll: z.union([z.instanceof(ArrayBuffer), z.instanceof(Uint8Array)]) })

/** The answer to a join with its packed rows read. What cannot be read stays as it is; the schema of the answer refuses it. */
export function unpacked(reply: unknown): unknown {
  const { data } = packed.safeParse(reply)
  try {
    return data ? { ...data, forAll: JSON.parse(new TextDecoder().decode(data.forAll)) } : reply
  } catch {
    return reply
  }
}
