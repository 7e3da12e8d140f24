// The direction of writing of words that somebody wrote (D24): no text turns what stands around it.

const SIGNS = {
  ...{ '\u202A': 'LRE', '\u202B': 'RLE', '\u202C': 'PDF', '\u202D': 'LRO', '\u202E': 'RLO' },
  ...{ '\u2066': 'LRI', '\u2067': 'RLI', '\u2068': 'FSI', '\u2069': 'PDI' },
} as const
const TURNING = new RegExp(`[${Object.keys(SIGNS).join('')}]`, 'g')
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** A text with `⟦RLO⟧` in the place of a sign that would turn the line around it; only records of before hold any. */
export const withTurnsShown = (text: string): string =>
  text.replace(TURNING, (sign) => `⟦${Object.entries(SIGNS).find(([one]) => one === sign)?.[1]}⟧`)

/** For a file of plain text: words of a script that is written from right to left are set apart from those around them. */
export const setApart = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text)
