// The dictionaries of opencc-js come without types: pairs of a character and its other forms, as `A B C|D E`.
declare module 'opencc-js/dict/*' {
  const pairs: string
  export default pairs
}
