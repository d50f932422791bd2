/**
 * Ours: this message was brought to the top of a list (it had been asleep, or nobody answered). Lists then go by when it
 * was saved where it is (SAVEDATE, RFC 8514), not by when it arrived. To be set before the message is moved or copied.
 */
export const raisedKeyword = '$raised'
