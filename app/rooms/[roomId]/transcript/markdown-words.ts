// Words inside Markdown: what Markdown or HTML would read as a sign is escaped, in the middle of a line and at its start.

/** On one line, whatever line breaks the words hold. */
export const inline = (words: string): string => escaped(words.replace(/\s+/g, ' ').trim())

/** Line by line, each fit to begin a line; empty lines stay empty, and none stand at the ends. */
export const lines = (words: string): string[] =>
  words
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => atStart(escaped(line.trimEnd())))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .split('\n')
    .filter((line, place, all) => line !== '' || all.length > 1 || place > 0)

const escaped = (words: string): string => words.replace(/[\\`*_[\]<>#|~$]/g, '\\$&').replace(/&/g, '&amp;')

/** Spaces at the start would make code of it, and some signs a heading, a rule, a list or a table. */
const atStart = (line: string): string =>
  line
    .replace(/^[ \t]+/, (spaces) => '\u00A0'.repeat(spaces.length))
    .replace(/^(\u00A0*)([-+=:])/, '$1\\$2')
    .replace(/^(\u00A0*\d+)([.)])/, '$1\\$2')
