import type { asn1 as Asn1Module } from 'node-forge'

export type Node = Asn1Module.Asn1

/** The few ASN.1 shapes a certificate is made of, written as DER. */
export interface Der {
  sequence(...items: readonly Node[]): Node
  set(...items: readonly Node[]): Node
  integer(bytes: Uint8Array): Node
  oid(text: string): Node
  yes(): Node
  nothing(): Node
  text(value: string): Node
  octets(content: Uint8Array): Node
  /** `unused`: how many bits at the end of the last byte do not count. */
  bits(content: Uint8Array, unused?: number): Node
  /** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280, 4.1.2.5), whole seconds. */
  time(date: Date): Node
  /** `[tag] EXPLICIT` */
  explicit(tag: number, item: Node): Node
  /** `[tag] IMPLICIT` over a primitive. */
  implicit(tag: number, content: Uint8Array): Node
  /** A SEQUENCE that is DER already (a public key, a CA's name): copied, never parsed. */
  rawSequence(der: Uint8Array): Node
  encode(node: Node): Buffer
}

/** Loads the writer: forge is behind `import()` because most runs issue nothing. */
export async function loadDer(): Promise<Der> {
  const { default: asn1 } = await import('node-forge/lib/asn1.js')
  const { UNIVERSAL, CONTEXT_SPECIFIC } = asn1.Class
  const universal = (type: Asn1Module.Type, constructed: boolean, value: string | Node[]) =>
    asn1.create(UNIVERSAL, type, constructed, value)
  // forge's types know universal tags only. Trap: it trims leading zeros under tag 2, whatever the class.
  const tagged = (tagClass: Asn1Module.Class, tag: number, constructed: boolean, value: string | Node[]) =>
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment
    asn1.create(tagClass, tag, constructed, value)

  return {
    sequence: (...items) => universal(asn1.Type.SEQUENCE, true, [...items]),
    set: (...items) => universal(asn1.Type.SET, true, [...items]),
    integer: (bytes) => universal(asn1.Type.INTEGER, false, binary(bytes)),
    oid: (text) => universal(asn1.Type.OID, false, asn1.oidToDer(text).getBytes()),
    yes: () => universal(asn1.Type.BOOLEAN, false, '\u00ff'),
    nothing: () => universal(asn1.Type.NULL, false, ''),
    text: (value) => universal(asn1.Type.UTF8, false, binary(Buffer.from(value, 'utf8'))),
    octets: (content) => universal(asn1.Type.OCTETSTRING, false, binary(content)),
    bits: (content, unused = 0) => universal(asn1.Type.BITSTRING, false, String.fromCharCode(unused) + binary(content)),
    time: (date) =>
      date.getUTCFullYear() < 2050
        ? universal(asn1.Type.UTCTIME, false, asn1.dateToUtcTime(date))
        : universal(asn1.Type.GENERALIZEDTIME, false, asn1.dateToGeneralizedTime(date)),
    explicit: (tag, item) => tagged(CONTEXT_SPECIFIC, tag, true, [item]),
    implicit: (tag, content) => tagged(CONTEXT_SPECIFIC, tag, false, binary(content)),
    rawSequence: (der) => tagged(UNIVERSAL, constructedSequence, false, binary(contentOf(der))),
    encode: (node) => Buffer.from(asn1.toDer(node).getBytes(), 'latin1'),
  }
}

/** SEQUENCE with the bit that says constructed: forge would encode the items of a constructed value itself. */
const constructedSequence = 0x30

/** forge holds bytes as text with one character per byte. */
function binary(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** The content of a DER value without its tag and length. */
function contentOf(der: Uint8Array): Uint8Array {
  const first = der[1] ?? 0
  return der.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f))
}
