/** Whether an HTTP header can carry a text: Latin-1 without control characters (RFC 9110, section 5.5). */
export function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text)
}
