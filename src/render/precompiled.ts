/**
 * Our own templates as JavaScript, by the SHA-256 of their text: scripts/build.mjs fills it in, for a fifth of a second that
 * every run would take to compile them. Empty where nothing was built.
 */
export const precompiled: Readonly<Record<string, object>> = {}
