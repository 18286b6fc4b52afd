/** The ASN.1 writer alone: a quarter of forge's code, and none of its parsers of keys and certificates. */
declare module 'node-forge/lib/asn1.js' {
  import { asn1 } from 'node-forge'

  export default asn1
}
