/** Normalizes and checks e-mail addresses. */

export function foldEmail(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}

/** Length is checked first: the pattern takes time quadratic in the length. */
export const isWholeEmail = (typed: string): boolean => typed.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed)
