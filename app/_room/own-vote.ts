// The id of the reader's own stand in a ballot, to which the button of "now" leads. In a file of its own, so that the button does not load
// the ballot.
export const OWN_VOTE = 'own-vote'
