/** Those of a list that stand in it more than once. */
export const twice = (list: readonly string[]): string[] => [
  ...new Set(list.filter((one, place) => list.indexOf(one) !== place)),
]
