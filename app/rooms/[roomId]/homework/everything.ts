// The choice beside the tensions that is none of them: the whole record in order.
export const EVERYTHING = 'everything'
