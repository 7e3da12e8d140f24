// Escapes text for Markdown: characters that Markdown or HTML would interpret, inside a line and at its start.

/** The text on one line, without its line breaks. */
export const inline = (words: string): string => escaped(words.replace(/\s+/g, ' ').trim())

/** The text as escaped lines, each safe at the start of a line; empty lines at both ends are dropped. */
export function lines(words: string): string[] {
  const all = words.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => atStart(escaped(line.trimEnd())))
  const first = all.findIndex((line) => line !== '')
  return first === -1 ? [] : all.slice(first, all.findLastIndex((line) => line !== '') + 1)
}

const escaped = (words: string): string => words.replace(/[\\`*_[\]<>#|~$]/g, '\\$&').replace(/&/g, '&amp;')

/** Leading spaces would make a code block, and some characters a heading, a rule, a list or a table. */
const atStart = (line: string): string =>
  line
    .replace(/^[ \t]+/, (spaces) => '\u00A0'.repeat(spaces.length))
    .replace(/^(\u00A0*)([-+=:])/, '$1\\$2')
    .replace(/^(\u00A0*\d+)([.)])/, '$1\\$2')
