/** Reads a record that was exported as Markdown. */

const OURS = /^\*\*([a-z-]*\d+(?:-\d+)?(?:\.\d+)?)\*\* (?:\d{1,2} \p{L}+ )?\d\d:\d\d:\d\d ·/u
/** Patterns that begin a Markdown block at the start of a line. */
const BLOCK =
  /^ {0,3}(#{1,6}(\s|$)|>|[-+*](\s|$)|\d{1,9}[.)](\s|$)|(`{3}|~{3})|([-*_])(\s*\6){2,}\s*$|<|\||=+\s*$|-+\s*$|:?-+:?(\s*\||\s*$)|\$\$|\[[^\]]*\]:)|^( {4}|\t)/

type Read = { headings: string[]; entries: { no: string; words: string }[]; strange: string[] }

/** Parses a record: headings, entries, quotations, and blocks that typed words should not have begun. */
export function readMarkdownRecord(markdown: string): Read {
  const found: Read = { headings: [], entries: [], strange: [] }
  for (const line of markdown.split('\n')) {
    const begins = OURS.exec(line)
    if (/^#{1,2} /.test(line)) found.headings.push(line)
    else if (begins?.[1]) {
      const said = line.slice(begins[0].length).replace(/^ \*\*(?:[^*\\]|\\.)*\*\*/, '')
      found.entries.push({ no: begins[1], words: plain(said.trimStart()) })
    } else if (/^>/.test(line)) {
      const inside = line.replace(/^> ?/, '')
      if (BLOCK.test(inside)) found.strange.push(line)
      const last = found.entries.at(-1)
      if (last) last.words += `${last.words === '' ? '' : '\n'}${plain(inside)}`
    } else if (BLOCK.test(line)) found.strange.push(line)
  }
  return found
}
const plain = (text: string) => text.replace(/ {2}$/, '').replace(/\\(.)/g, '$1').replaceAll('&amp;', '&')

/** The original text with its whitespace collapsed, as Markdown collapses it. */
export const even = (text: string) =>
  text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
