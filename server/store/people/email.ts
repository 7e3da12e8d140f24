/** How an e-mail address is written and compared. It knows nobody's. */

export function foldEmail(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}

/** Its length comes first: what the pattern costs grows with the square of it. */
export const isWholeEmail = (typed: string): boolean => typed.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed)
