// Plates on one line that would touch stand one above the other.

/** How much room is left between two plates of one level. */
const GAP = 4

/** Each plate, which is `half` wide to either side of its place, with its level from 0 at the line. */
export function stacked<Plate extends { x: number; half: number }>(
  plates: readonly Plate[],
): readonly (Plate & { level: number })[] {
  const placed: (Plate & { level: number })[] = []
  for (const plate of plates.toSorted((a, b) => a.x - b.x)) {
    const near = placed.filter((one) => Math.abs(one.x - plate.x) < one.half + plate.half + GAP)
    let level = 0
    while (near.some((one) => one.level === level)) level += 1
    placed.push({ ...plate, level })
  }
  return placed
}
