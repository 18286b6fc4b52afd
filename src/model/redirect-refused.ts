/** A server sent us on to where a request with a credential must not go. Another try would not change it. */
export class RedirectRefused extends Error {
  override readonly name = 'RedirectRefused'
  /** Both without path and query, which may hold more than an address. */
  readonly from: string
  readonly to: string

  constructor(from: string, to: string, why: string) {
    super(`${from} redirects to ${to}, ${why}`)
    this.from = from
    this.to = to
  }
}
