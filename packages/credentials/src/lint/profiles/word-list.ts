/** Returns the words and phrases of a text, which commas separate. */
export const wordList = (text: string): readonly string[] => text.split(',').map((each) => each.trim())
