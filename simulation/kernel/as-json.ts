// Reads JSON that may be none.

/** The value, or undefined when the text is no JSON. */
export function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
