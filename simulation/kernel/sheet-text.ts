// What keeps a spreadsheet from running typed text as a formula.

/**
 * Puts an apostrophe before what a spreadsheet would run as a formula: at the start of the text, and after every separator that a
 * spreadsheet of another locale splits at, because that one does not respect the quotation marks.
 */
export const unrunnable = (text: string): string => text.replace(WOULD_RUN, "$1'").replace(/^(?=[\t\r])/, "'")
const WOULD_RUN = /(^|[\r\n\t;])(?=[^\S\r\n\t]*(?:["\u200B-\u200F\u2060][^\S\r\n\t]*)*[=+\-@＝＋－＠])/g
