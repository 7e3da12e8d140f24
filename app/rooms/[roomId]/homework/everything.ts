// The key of the last choice in the list of tensions: the whole record in order.
export const EVERYTHING = 'everything'
