// The places of the seating page in the order of their columns, so that arrow keys go from one to the next: up and down within a column,
// left and right to the same height of the one beside it.

/** Moves the focus from one spot to another; false for a key that goes nowhere. */
export function goToSpot(page: HTMLElement, from: HTMLElement, key: string): boolean {
  const columns = [...page.querySelectorAll<HTMLElement>('[data-column]')].flatMap((column) => {
    const spots = [...column.querySelectorAll<HTMLElement>('[data-spot]')]
    return spots.length === 0 ? [] : [spots]
  })
  const at = columns.findIndex((spots) => spots.includes(from))
  const row = columns[at]?.indexOf(from) ?? -1
  const next = spotBeside(columns, at, row, key)
  next?.focus()
  return next !== null
}

function spotBeside(columns: HTMLElement[][], at: number, row: number, key: string): HTMLElement | null {
  const height = (column: HTMLElement[] | undefined) => column?.[Math.min(row, column.length - 1)] ?? null
  switch (key) {
    case 'ArrowUp':
      return columns[at]?.[row - 1] ?? null
    case 'ArrowDown':
      return columns[at]?.[row + 1] ?? null
    case 'ArrowLeft':
      return height(columns[at - 1])
    case 'ArrowRight':
      return height(columns[at + 1])
    default:
      return null
  }
}
