import { passwordClasses, weaknessOf } from '../model/secret-strength.ts'

/** The gateway's minimum for a privileged account. */
const privilegedLength = 22

/** Passes the policy that the gateway has for administrators who change their password: what we generate must. */
export function isPrivilegedPassword(value: string): boolean {
  return (
    weaknessOf(value, 'administrator') === undefined &&
    value.length >= privilegedLength &&
    passwordClasses.every((pattern) => pattern.test(value)) &&
    !/admin/i.test(value) &&
    !hasSequence(value)
  )
}

/** Three letters or three digits in a row that count up or down (`abc`, `321`). */
function hasSequence(value: string): boolean {
  const lower = value.toLowerCase()
  for (let index = 0; index + 3 <= lower.length; index++) {
    const three = lower.slice(index, index + 3)
    if (!/^([a-z]{3}|[0-9]{3})$/.test(three)) continue
    const [first, second, third] = [three.charCodeAt(0), three.charCodeAt(1), three.charCodeAt(2)]
    if (second - first === third - second && Math.abs(second - first) === 1) return true
  }
  return false
}
