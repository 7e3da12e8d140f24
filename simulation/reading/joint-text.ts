// The words of the joint text as they stand: what is agreed, what is still in brackets, and whose words they are. Screens ask here,
// and the rules that settle a clause judge by the same functions.
export {
  agreedText,
  bracketTexts as standingTexts,
  choiceIn,
  clauseText,
  openBrackets,
} from '../topics/communique/communique'
