// The joint text as negotiated so far: what is agreed, what is still in brackets, and whose words they are. Screens use the functions by
// which the rules settle a clause. Listed here for the same reason as in may.ts.
export {
  agreedText,
  bracketTexts as standingTexts,
  choiceIn,
  clauseText,
  openBrackets,
} from '../topics/communique/communique'
