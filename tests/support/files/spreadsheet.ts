/** A model of how a spreadsheet splits a CSV file into cells and which cells it runs as formulas; independent of our code. */

export type Separator = ',' | ';' | '\t'

/** A quotation mark counts only at a cell's start; text after the closing mark belongs to the cell. */
export function opened(file: string, separator: Separator = ','): string[][] {
  const text = file.startsWith('\uFEFF') ? file.slice(1) : file
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let at = 0
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  while (at < text.length) {
    if (cell === '' && text[at] === '"') {
      at += 1
      while (at < text.length) {
        if (text[at] !== '"') cell += text[at++]
        else if (text[at + 1] === '"') {
          cell += '"'
          at += 2
        } else break
      }
      at += 1
      // Text between the closing mark and the next separator belongs to the cell.
      while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') cell += text[at++]
      if (at >= text.length) break
    }
    const sign = text[at++]
    if (sign === separator) endCell()
    else if (sign === '\r' || sign === '\n') {
      if (sign === '\r' && text[at] === '\n') at += 1
      endRow()
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

/** Leading spaces and zero-width characters do not stop a formula; a signed number is none. */
export const runs = (cell: string): boolean => {
  const bare = cell.replace(/^[\s\u200B-\u200F\u2060"]+/, '')
  return /^[=+\-@＝＋－＠]/.test(bare) && !/^-?\d+(\.\d+)?$/.test(bare)
}

/** The text without the apostrophes that keep it from running. */
export const meant = (cell: string): string =>
  cell.replace(/(^|[\r\n\t;])'(?=[^\S\r\n\t]*(?:["\u200B-\u200F\u2060][^\S\r\n\t]*)*[=+\-@＝＋－＠]|[\t\r])/g, '$1')
