/**
 * JSON whose numbers are texts, as they are written: a number of JavaScript would make others of 12345678901234567890 and 1.10.
 *
 * @throws SyntaxError
 */
export function parseExactly(text: string): unknown {
  // Only in what is JSON does a digit outside of a text begin a number, and nothing else.
  JSON.parse(text)
  return JSON.parse(text.replace(textOrNumber, (token) => (token.startsWith('"') ? token : `"${token}"`)))
}

const textOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g
