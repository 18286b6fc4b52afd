export const id = 4730;
export const ids = [4730];
export const modules = {

/***/ 14730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v0: () => (/* binding */ weaknessOf),
/* harmony export */   yo: () => (/* binding */ passwordClasses)
/* harmony export */ });
/* unused harmony export entropyOf */
/**
 * What the gateway calls weak (PyPI mcp-contextforge-gateway 1.0.7, settings and password policy): it does not start with a
 * weak JWT_SECRET_KEY or AUTH_ENCRYPTION_SECRET, and takes any administrator's password at first but no weak one later.
 */
/** Refused whatever their length, in lower case. */
const knownWeak = new Set([
    'my-test-key',
    'my-test-key-but-now-longer-than-32-bytes',
    'my-test-salt',
    'changeme',
    'secret',
    'password',
    'test-secret',
    'my-secret',
    '12345678',
]);
/** Common passwords without the digits and signs that people add. */
const commonPassword = /^(password|passw0rd|p@ssw0rd|p@ssword|admin|administrator|root|toor|welcome|letmein|qwerty|abc|monkey|changeme)[\d!@]*$/;
/** Gateway keys: characters and Shannon bits per character below which the gateway does not start. */
const gatewayLength = 32;
const gatewayEntropy = 3.5;
/** The gateway's minimum for a user's password; 22 for an administrator who changes it. */
const administratorLength = 12;
const administratorClasses = 3;
/** The kinds of characters that the gateway's password policy tells apart. */
const passwordClasses = [/[a-z]/, /[A-Z]/, /[0-9]/, /[!@#$%^&*(),.?":{}|<>\-_=+[\]\\;'`~]/];
/**
 * Says why the gateway would not take a value, in words that do not contain it; undefined when it would.
 *
 * @param strength  `gateway` for JWT_SECRET_KEY and AUTH_ENCRYPTION_SECRET, `administrator` for the platform administrator's password.
 */
function weaknessOf(value, strength) {
    const lower = value.toLowerCase();
    if (value.trim() === '')
        return 'is empty';
    if (lower.startsWith('__replace_me__'))
        return 'is still a placeholder';
    if (knownWeak.has(lower))
        return 'is a well-known value';
    return strength === 'gateway' ? keyWeakness(value) : passwordWeakness(value);
}
/** Shannon entropy in bits per character, as the gateway computes it. */
function entropyOf(value) {
    const characters = Array.from(value);
    const counts = new Map();
    for (const character of characters)
        counts.set(character, (counts.get(character) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => {
        const share = count / characters.length;
        return sum - share * Math.log2(share);
    }, 0);
}
function keyWeakness(value) {
    if (Array.from(value).length < gatewayLength)
        return `has fewer than ${gatewayLength} characters`;
    return entropyOf(value) < gatewayEntropy ? 'repeats too few different characters' : undefined;
}
function passwordWeakness(value) {
    if (commonPassword.test(value.toLowerCase()))
        return 'is a common password';
    if (Array.from(value).length < administratorLength)
        return `has fewer than ${administratorLength} characters`;
    if (passwordClasses.filter((pattern) => pattern.test(value)).length >= administratorClasses)
        return undefined;
    return `has fewer than ${administratorClasses} of: lower-case letters, upper-case letters, digits, signs`;
}


/***/ })

};
