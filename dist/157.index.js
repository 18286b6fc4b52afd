export const id = 157;
export const ids = [157];
export const modules = {

/***/ 39128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ loadDer)
/* harmony export */ });
/** Loads the writer: forge is behind `import()` because most runs issue nothing. */
async function loadDer() {
    const { default: asn1 } = await __webpack_require__.e(/* import() */ 357).then(__webpack_require__.t.bind(__webpack_require__, 27357, 19));
    const { UNIVERSAL, CONTEXT_SPECIFIC } = asn1.Class;
    const universal = (type, constructed, value) => asn1.create(UNIVERSAL, type, constructed, value);
    // forge's types know universal tags only. Trap: it trims leading zeros under tag 2, whatever the class.
    const tagged = (tagClass, tag, constructed, value) => 
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment
    asn1.create(tagClass, tag, constructed, value);
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
        time: (date) => date.getUTCFullYear() < 2050
            ? universal(asn1.Type.UTCTIME, false, asn1.dateToUtcTime(date))
            : universal(asn1.Type.GENERALIZEDTIME, false, asn1.dateToGeneralizedTime(date)),
        explicit: (tag, item) => tagged(CONTEXT_SPECIFIC, tag, true, [item]),
        implicit: (tag, content) => tagged(CONTEXT_SPECIFIC, tag, false, binary(content)),
        rawSequence: (der) => tagged(UNIVERSAL, constructedSequence, false, binary(contentOf(der))),
        encode: (node) => Buffer.from(asn1.toDer(node).getBytes(), 'latin1'),
    };
}
/** SEQUENCE with the bit that says constructed: forge would encode the items of a constructed value itself. */
const constructedSequence = 0x30;
/** forge holds bytes as text with one character per byte. */
function binary(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
/** The content of a DER value without its tag and length. */
function contentOf(der) {
    const first = der[1] ?? 0;
    return der.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f));
}


/***/ }),

/***/ 64025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ issueCa)
/* harmony export */ });
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39128);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17436);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77662);
/* harmony import */ var _sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39200);




/**
 * Makes a self-signed CA: P-256, ten years, CA:TRUE with pathlen 0, keyCertSign and cRLSign.
 * Its name carries eight digits of its key id, so that two CAs of one stack are told apart by name.
 *
 * @param keyPem  A CA key whose certificate was never written (a run that was killed in between); else a new one is made.
 */
async function issueCa(now, keyPem) {
    const key = keyPem === undefined ? await (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .generateKey */ .rh)('ecdsa-p256') : (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .importKey */ .Fh)(keyPem);
    const der = await (0,_der_js__WEBPACK_IMPORTED_MODULE_3__/* .loadDer */ .Y)();
    const publicKey = (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .publicKeyInfo */ .hx)(key);
    const keyId = (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .keyIdOf */ .yg)(publicKey);
    const name = (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeName */ .aA)(der, `${_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .caNamePrefix */ .Sb} ${keyId.toString('hex').slice(0, 8)}`);
    const notBefore = new Date(now.getTime() - _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .clockSkewMinutes */ .e0 * 60_000);
    const certificatePem = (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .signCertificate */ .jm)(der, {
        issuer: name,
        subject: name,
        publicKey,
        notBefore,
        notAfter: (0,_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .addDays */ .fi)(notBefore, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .caValidityDays */ .IB),
        extensions: [
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .oids */ .S_.basicConstraints, true, der.sequence(der.yes(), der.integer(Uint8Array.of(0)))),
            // keyCertSign is bit 5, cRLSign bit 6: 00000110 without its last bit.
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .oids */ .S_.keyUsage, true, der.bits(Uint8Array.of(0x06), 1)),
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_1__/* .oids */ .S_.subjectKeyIdentifier, false, der.octets(keyId)),
        ],
    }, key);
    return { certificatePem, keyPem: keyPem ?? (0,_key_js__WEBPACK_IMPORTED_MODULE_0__/* .exportKey */ .Ei)(key, 'the CA key') };
}


/***/ }),

/***/ 37105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ issueLeaf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12027);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17436);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77662);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84333);
/* harmony import */ var _sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39200);





/**
 * Issues one leaf with a new key, by the profile of CONTRACT §4, and checks it against its CA.
 * Its life is counted from five minutes before `now` and ends with its CA's at the latest.
 *
 * @throws StackError CERTIFICATE_INVALID for a name that no certificate can carry.
 */
async function issueLeaf(der, signer, issuer, request, now) {
    const key = await (0,_key_js__WEBPACK_IMPORTED_MODULE_1__/* .generateKey */ .rh)(request.keyAlgorithm);
    const publicKey = (0,_key_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyInfo */ .hx)(key);
    const notBefore = new Date(now.getTime() - _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .clockSkewMinutes */ .e0 * 60_000);
    const wanted = (0,_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .addDays */ .fi)(notBefore, request.validityDays);
    const certificatePem = (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .signCertificate */ .jm)(der, {
        issuer: issuer.subject,
        subject: (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeName */ .aA)(der, commonNameOf(request)),
        publicKey,
        notBefore,
        notAfter: wanted < signer.notAfter ? wanted : signer.notAfter,
        extensions: [
            // An empty SEQUENCE: CA is FALSE by default, and DER leaves defaults out.
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .oids */ .S_.basicConstraints, true, der.sequence()),
            // digitalSignature is bit 0.
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .oids */ .S_.keyUsage, true, der.bits(Uint8Array.of(0x80), 7)),
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .oids */ .S_.extendedKeyUsage, false, der.sequence(der.oid(_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .usageOf */ .Fs[request.kind]))),
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .oids */ .S_.subjectAltName, false, der.sequence(...request.dnsNames.map((name) => dnsName(der, request, name)))),
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .oids */ .S_.subjectKeyIdentifier, false, der.octets((0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .keyIdOf */ .yg)(publicKey))),
            (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .extension */ .ck)(der, _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .oids */ .S_.authorityKeyIdentifier, false, der.sequence(der.implicit(0, issuer.keyId))),
        ],
    }, signer.key);
    checkIssued(certificatePem, signer, request);
    return {
        request,
        chainPem: certificatePem + signer.intermediatesPem,
        keyPem: (0,_key_js__WEBPACK_IMPORTED_MODULE_1__/* .exportKey */ .Ei)(key, `the key of ${request.component}`),
        trustBundlePem: signer.trustBundlePem,
    };
}
/** A verifier would refuse it later; here the cause is still known. */
function checkIssued(certificatePem, signer, request) {
    const [leaf] = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .readCertificates */ .jZ)(certificatePem, `the certificate of ${request.component}`);
    if ((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .isSignedBy */ .s3)(leaf, signer.certificate))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
        code: 'AUTHORITY_FAILED',
        message: `the certificate of ${request.component} does not verify against the CA that signed it`,
        hint: 'The CA certificate has a form that we do not understand: please report it (without its key).',
    });
}
function commonNameOf(request) {
    return [request.commonName, ...request.dnsNames].find(fitsCommonName) ?? request.component.slice(0, _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .longestCommonName */ .f0);
}
function fitsCommonName(name) {
    return name.length > 0 && name.length <= _profile_js__WEBPACK_IMPORTED_MODULE_2__/* .longestCommonName */ .f0;
}
/** `[2] IA5String` of a GeneralName. */
function dnsName(der, request, name) {
    if (!/^[\x21-\x7e]+$/.test(name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StackError */ .L({
            code: 'CERTIFICATE_INVALID',
            message: `the certificate of ${request.component} cannot carry the name ${JSON.stringify(name)}`,
            hint: 'Use ASCII letters, digits, "-" and "_" in the component\'s name.',
        });
    }
    return der.implicit(2, Buffer.from(name, 'ascii'));
}


/***/ }),

/***/ 17436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ei: () => (/* binding */ exportKey),
/* harmony export */   Fh: () => (/* binding */ importKey),
/* harmony export */   Rx: () => (/* binding */ describeKey),
/* harmony export */   hx: () => (/* binding */ publicKeyInfo),
/* harmony export */   rh: () => (/* binding */ generateKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _model_secret_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10390);



const generate = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPair);
/** Makes a private key, on a thread of its own: RSA 4096 takes seconds. */
async function generateKey(algorithm) {
    if (algorithm === 'ecdsa-p256')
        return (await generate('ec', { namedCurve: 'P-256' })).privateKey;
    return (await generate('rsa', { modulusLength: Number(algorithm.slice('rsa-'.length)) })).privateKey;
}
/** PKCS #8 PEM, as a value that cannot be printed. */
function exportKey(key, name) {
    return new _model_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .Secret */ .z(name, key.export({ type: 'pkcs8', format: 'pem' }).toString());
}
/** @throws an Error of node:crypto when the text is not a private key. */
function importKey(pem) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(pem.reveal());
}
/** SubjectPublicKeyInfo as DER. */
function publicKeyInfo(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ type: 'spki', format: 'der' });
}
/** `ecdsa-p256`, `rsa-3072`, else what node:crypto calls it (`ed25519`, `ec secp384r1`). */
function describeKey(key) {
    const details = key.asymmetricKeyDetails;
    if (key.asymmetricKeyType === 'rsa')
        return `rsa-${details?.modulusLength}`;
    if (key.asymmetricKeyType !== 'ec')
        return String(key.asymmetricKeyType);
    return details?.namedCurve === 'prime256v1' ? 'ecdsa-p256' : `ec ${details?.namedCurve}`;
}


/***/ }),

/***/ 77662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ daysUntil),
/* harmony export */   Fs: () => (/* binding */ usageOf),
/* harmony export */   IB: () => (/* binding */ caValidityDays),
/* harmony export */   S_: () => (/* binding */ oids),
/* harmony export */   Sb: () => (/* binding */ caNamePrefix),
/* harmony export */   e0: () => (/* binding */ clockSkewMinutes),
/* harmony export */   f0: () => (/* binding */ longestCommonName),
/* harmony export */   fi: () => (/* binding */ addDays)
/* harmony export */ });
/** The certificate profile of CONTRACT §4; `openssl verify -x509_strict` is its judge. */
/** Not before lies this far in the past, for clocks that are behind. */
const clockSkewMinutes = 5;
/** Life of a CA that we found ourselves; leaves end with it. */
const caValidityDays = 3650;
/** Leaves the name on every CA of ours, so that a later run tells ours from a company's. */
const caNamePrefix = 'mcp-stack CA';
/** RFC 5280, upper bound `ub-common-name`. */
const longestCommonName = 64;
const oids = {
    commonName: '2.5.4.3',
    basicConstraints: '2.5.29.19',
    keyUsage: '2.5.29.15',
    extendedKeyUsage: '2.5.29.37',
    subjectAltName: '2.5.29.17',
    subjectKeyIdentifier: '2.5.29.14',
    authorityKeyIdentifier: '2.5.29.35',
    serverAuth: '1.3.6.1.5.5.7.3.1',
    clientAuth: '1.3.6.1.5.5.7.3.2',
};
/** The one extended usage of a leaf: a plugin's certificate must not pass as a client's. */
const usageOf = { client: oids.clientAuth, server: oids.serverAuth };
const dayMilliseconds = 86_400_000;
function addDays(date, days) {
    return new Date(date.getTime() + days * dayMilliseconds);
}
/** Whole days until `end`, rounded down; negative when it has passed. */
function daysUntil(end, now) {
    return Math.floor((end.getTime() - now.getTime()) / dayMilliseconds);
}


/***/ }),

/***/ 84333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ showName),
/* harmony export */   Hz: () => (/* binding */ dnsNamesOf),
/* harmony export */   P3: () => (/* binding */ findIssuer),
/* harmony export */   T2: () => (/* binding */ toCertificate),
/* harmony export */   Z1: () => (/* binding */ splitPem),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   jZ: () => (/* binding */ readCertificates),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   s3: () => (/* binding */ isSignedBy)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);


const pemBlock = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
/** The certificates in a PEM text, in order, each ending in a newline; text around them is dropped. */
function splitPem(pem) {
    return (pem.match(pemBlock) ?? []).map((block) => `${block.replaceAll('\r\n', '\n')}\n`);
}
/**
 * Reads all certificates of a PEM text.
 *
 * @param what  Names the text in the error: a file, a variable.
 * @throws StackError CERTIFICATE_INVALID when there is none or one of them is broken.
 */
function readCertificates(pem, what) {
    try {
        const [first, ...rest] = splitPem(pem).map((block) => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(block));
        if (first !== undefined)
            return [first, ...rest];
    }
    catch (cause) {
        throw unreadable(what, cause);
    }
    throw unreadable(what, undefined);
}
/** SHA-256 of the certificate's DER, lower-case hex. */
function fingerprintOf(certificate) {
    return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}
function endOf(certificate) {
    return new Date(certificate.validTo);
}
/** `CN=mcp-stack CA 1f2e3d4c, O=…` in one line. */
function showName(name) {
    return (name ?? '').trim().split('\n').join(', ');
}
/**
 * The DNS names of a certificate. node:crypto quotes a name with unusual characters as JSON, so a name cannot smuggle
 * another one in (CVE-2021-44532); the quotes are respected here.
 */
function dnsNamesOf(certificate) {
    const names = [];
    for (const match of (certificate.subjectAltName ?? '').matchAll(/([A-Za-z ]+):("(?:[^"\\]|\\.)*"|[^,]*)(?:, |$)/gy)) {
        const [, kind, value] = match;
        if (kind === 'DNS' && value !== undefined)
            names.push(value.startsWith('"') ? String(JSON.parse(value)) : value);
    }
    return names;
}
/** The CA certificate that signed the leaf: an intermediate of its own chain or one of its trust bundle. */
function findIssuer(certificate) {
    const [leaf, ...intermediates] = readCertificates(certificate.chainPem, 'a stored certificate');
    const candidates = [...intermediates, ...readCertificates(certificate.trustBundlePem, 'a stored trust bundle')];
    return candidates.find((candidate) => isSignedBy(leaf, candidate));
}
/** True when `issuer` made `leaf`: names, key ids and the signature. */
function isSignedBy(leaf, issuer) {
    return leaf.checkIssued(issuer) && leaf.verify(issuer.publicKey);
}
/** The stored form of what an authority answered. */
function toCertificate({ request, chainPem, keyPem, trustBundlePem }) {
    const [leaf] = readCertificates(chainPem, `the certificate of ${request.component}`);
    return {
        component: request.component,
        kind: request.kind,
        chainPem,
        keyPem,
        trustBundlePem,
        fingerprint: fingerprintOf(leaf),
        issuer: showName(leaf.issuer),
        dnsNames: dnsNamesOf(leaf),
        notBefore: new Date(leaf.validFrom).toISOString(),
        notAfter: endOf(leaf).toISOString(),
    };
}
function unreadable(what, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
        code: 'CERTIFICATE_INVALID',
        message: `${what} is not a PEM certificate`,
        hint: 'It must begin with -----BEGIN CERTIFICATE----- and be complete.',
        cause,
    });
}


/***/ }),

/***/ 39200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aA: () => (/* binding */ encodeName),
/* harmony export */   ck: () => (/* binding */ extension),
/* harmony export */   jm: () => (/* binding */ signCertificate),
/* harmony export */   yg: () => (/* binding */ keyIdOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77662);



/** Encodes and signs an X.509 v3 certificate; PEM with a newline at the end. */
function signCertificate(der, fields, key) {
    const { hash, algorithm } = signatureOf(der, key);
    const body = der.sequence(der.explicit(0, der.integer(Uint8Array.of(2))), der.integer(newSerialNumber()), algorithm, der.rawSequence(fields.issuer), der.sequence(der.time(fields.notBefore), der.time(fields.notAfter)), der.rawSequence(fields.subject), der.rawSequence(fields.publicKey), der.explicit(3, der.sequence(...fields.extensions)));
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(hash, der.encode(body), key);
    return toPem(der.encode(der.sequence(body, algorithm, der.bits(signature))));
}
/** A name of one common name, as DER. */
function encodeName(der, commonName) {
    return der.encode(der.sequence(der.set(der.sequence(der.oid(_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .oids */ .S_.commonName), der.text(commonName)))));
}
function extension(der, oid, critical, content) {
    return der.sequence(der.oid(oid), ...(critical ? [der.yes()] : []), der.octets(der.encode(content)));
}
/** SHA-1 over the public key's bits (RFC 5280, 4.2.1.2, method 1): an identifier, not a protection. */
function keyIdOf(publicKey) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(bitsOf(publicKey)).digest();
}
/** The BIT STRING of a SubjectPublicKeyInfo that node:crypto wrote: it is the last element, so it ends where the whole ends. */
function bitsOf(publicKey) {
    const skip = (at) => {
        const first = publicKey[at + 1] ?? 0;
        if (first < 0x80)
            return { content: at + 2, end: at + 2 + first };
        const bytes = publicKey.subarray(at + 2, at + 2 + (first & 0x7f));
        const content = at + 2 + bytes.length;
        return { content, end: content + bytes.reduce((length, byte) => length * 256 + byte, 0) };
    };
    const algorithm = skip(skip(0).content);
    const bits = skip(algorithm.end);
    return publicKey.subarray(bits.content + 1, bits.end);
}
/** 16 random bytes, the top bit cleared: DER integers are signed and a serial must be positive (RFC 5280, 4.1.2.2). */
function newSerialNumber() {
    const bytes = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16);
    bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
    return bytes;
}
/** RFC 5758 and RFC 4055: the hash follows the curve; RSA names NULL parameters. */
function signatureOf(der, key) {
    if (key.asymmetricKeyType === 'rsa') {
        return { hash: 'sha256', algorithm: der.sequence(der.oid('1.2.840.113549.1.1.11'), der.nothing()) };
    }
    switch (key.asymmetricKeyType === 'ec' ? key.asymmetricKeyDetails?.namedCurve : undefined) {
        case 'prime256v1':
            return { hash: 'sha256', algorithm: der.sequence(der.oid('1.2.840.10045.4.3.2')) };
        case 'secp384r1':
            return { hash: 'sha384', algorithm: der.sequence(der.oid('1.2.840.10045.4.3.3')) };
        case 'secp521r1':
            return { hash: 'sha512', algorithm: der.sequence(der.oid('1.2.840.10045.4.3.4')) };
        case undefined:
        default:
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({
                code: 'AUTHORITY_FAILED',
                message: `a CA key of type ${key.asymmetricKeyType} cannot sign here`,
                hint: 'Use a CA with an RSA key, or an EC key on P-256, P-384 or P-521.',
            });
    }
}
function toPem(der) {
    const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
    return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}


/***/ }),

/***/ 21045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ reviewSigner),
/* harmony export */   HH: () => (/* binding */ readIssuerFacts),
/* harmony export */   Hs: () => (/* binding */ openSigner),
/* harmony export */   MU: () => (/* binding */ isOurs)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12027);
/* harmony import */ var _key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17436);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77662);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84333);
/* harmony import */ var _sign_certificate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39200);






/**
 * Checks that a pair can sign leaves: the key matches, it is a CA, it has not expired, its root is there.
 *
 * @param pair  The signing CA first; above an intermediate its chain up to the root.
 * @param what  Names the pair in errors: `CA_CERT and CA_KEY`, a folder.
 * @throws StackError AUTHORITY_FAILED, CERTIFICATE_INVALID
 */
function openSigner(pair, what, now) {
    const [certificate, ...above] = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .readCertificates */ .jZ)(pair.certificatePem, what);
    const fail = (message, hint, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StackError */ .L({ code: 'AUTHORITY_FAILED', message: `${what}: ${message}`, hint, cause });
    let key;
    try {
        key = (0,_key_js__WEBPACK_IMPORTED_MODULE_2__/* .importKey */ .Fh)(pair.keyPem);
    }
    catch (cause) {
        throw fail('the key is not an unencrypted private key in PEM', 'It must begin with -----BEGIN PRIVATE KEY-----', cause);
    }
    if (!certificate.checkPrivateKey(key)) {
        throw fail(`the key does not belong to the certificate ${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .showName */ .$i)(certificate.subject)}`, 'Give the pair that belongs together.');
    }
    if (!certificate.ca) {
        throw fail(`${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .showName */ .$i)(certificate.subject)} is not a CA that may sign`, 'Its basic constraints must say CA:TRUE, and its key usage keyCertSign.');
    }
    if ((0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .endOf */ .pJ)(certificate).getTime() <= now.getTime()) {
        throw fail(`the CA expired on ${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .endOf */ .pJ)(certificate).toISOString()}`, 'Give a CA that is valid.');
    }
    refuseWeakKey(key, fail);
    const root = [certificate, ...above].find((candidate) => candidate.checkIssued(candidate));
    if (root === undefined) {
        throw fail(`${(0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .showName */ .$i)(certificate.subject)} is an intermediate without its root`, 'Append the certificates above it, the root last.');
    }
    const chain = [certificate, ...above];
    return {
        certificate,
        fingerprint: (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .fingerprintOf */ .ax)(certificate),
        notAfter: chain.map(_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .endOf */ .pJ).reduce((first, end) => (end < first ? end : first)),
        key,
        intermediatesPem: chain
            .filter((entry) => entry !== root)
            .map(normalPem)
            .join(''),
        trustBundlePem: normalPem(root),
    };
}
/** True for a CA that `local` founded, told by its name. */
function isOurs(ca) {
    return ca?.subject.startsWith(`CN=${_profile_js__WEBPACK_IMPORTED_MODULE_3__/* .caNamePrefix */ .Sb} `) === true;
}
/** What a strict verifier (Python 3.13, `openssl verify -x509_strict`) will not like about a CA that is not ours. */
async function reviewSigner(signer, what) {
    const facts = await readIssuerFacts(signer.certificate);
    const missing = [
        ...(facts.constraintsCritical ? [] : ['critical basic constraints']),
        ...(facts.hasUsage ? [] : ['key usage keyCertSign']),
        ...(facts.hasKeyId ? [] : ['a subject key id']),
    ];
    if (missing.length === 0)
        return [];
    return [
        {
            severity: 'warning',
            code: 'CERTIFICATE_INVALID',
            message: `the CA in ${what} lacks ${missing.join(', ')}: Python 3.13 and strict verifiers refuse what it signs`,
            hint: 'Have the CA certificate issued again with these extensions.',
        },
    ];
}
/** Parses a CA certificate of whatever origin with @peculiar's ASN.1 schemas. */
async function readIssuerFacts(certificate) {
    const [{ AsnConvert, OctetString }, x509] = await Promise.all([
        __webpack_require__.e(/* import() */ 261).then(__webpack_require__.t.bind(__webpack_require__, 47261, 19)),
        Promise.all(/* import() */[__webpack_require__.e(261), __webpack_require__.e(594)]).then(__webpack_require__.t.bind(__webpack_require__, 33594, 19)),
    ]);
    const { tbsCertificate } = AsnConvert.parse(certificate.raw, x509.Certificate);
    const find = (oid) => tbsCertificate.extensions?.find((entry) => entry.extnID === oid);
    const keyId = find(x509.id_ce_subjectKeyIdentifier);
    return {
        subject: new Uint8Array(AsnConvert.serialize(tbsCertificate.subject)),
        keyId: keyId === undefined
            ? (0,_sign_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .keyIdOf */ .yg)(certificate.publicKey.export({ type: 'spki', format: 'der' }))
            : new Uint8Array(AsnConvert.parse(keyId.extnValue.buffer, OctetString).buffer),
        hasKeyId: keyId !== undefined,
        constraintsCritical: find(x509.id_ce_basicConstraints)?.critical === true,
        hasUsage: find(x509.id_ce_keyUsage) !== undefined,
    };
}
/** OpenSSL at its default security level refuses a chain with less than 112 bits. */
function refuseWeakKey(key, fail) {
    const bits = key.asymmetricKeyDetails?.modulusLength;
    if (key.asymmetricKeyType === 'rsa' && bits !== undefined && bits < 2048) {
        throw fail(`the CA key ${(0,_key_js__WEBPACK_IMPORTED_MODULE_2__/* .describeKey */ .Rx)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key))} is too short`, 'Use RSA 2048 or longer, or an EC key.');
    }
}
function normalPem(certificate) {
    return (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .splitPem */ .Z1)(certificate.toString())[0] ?? '';
}


/***/ })

};
