// CPU of the redactor: 500 secrets of every shape in 20 MB of log, whole and in 4 KB chunks. Needs build/js (tsc). Prints JSON lines.
import { randomBytes } from 'node:crypto'
import { createRedactor } from '../../build/js/io/redact.js'
import { Secret } from '../../build/js/model/secret.js'

const secrets = Array.from({ length: 500 }, (_, index) => {
  const value = randomBytes(24).toString(index % 2 === 0 ? 'base64' : 'hex')
  const shapes = [
    value,
    `https://user:${value}@host/db?x="1"`,
    `-----BEGIN KEY-----\n${value}\n${value}x\n-----END KEY-----\n`,
  ]
  return new Secret(`SECRET_${index}`, shapes[index % shapes.length])
})
const redactor = createRedactor()
const cpu = () => process.cpuUsage().user / 1e6
let start = cpu()
for (const secret of secrets) redactor.add(secret)
report('redactor, 500 secrets in all forms', cpu() - start, 1)

const line = (index) =>
  index % 50 === 0
    ? `#12 1.234 got ${secrets[index % 500].reveal()} from the environment\n`
    : `#12 ${index}.234 Collecting mcp-contextforge-gateway==1.0.7 https://pypi.example/simple/${randomBytes(9).toString('hex')}\n`
let log = ''
for (let index = 0; log.length < 20_000_000; index++) log += line(index)

start = cpu()
const whole = redactor.redact(log)
report('redactor, 20 MB of log', cpu() - start, 2)

start = cpu()
const stream = redactor.stream()
let length = 0
for (let place = 0; place < log.length; place += 4096) length += stream.push(log.slice(place, place + 4096)).length
length += stream.end().length
report('redactor, 20 MB of log in 4 KB chunks', cpu() - start, 3)
if (length !== whole.length) throw new Error('chunks and whole differ')
for (const secret of secrets) if (whole.includes(secret.reveal())) throw new Error(`${secret.name} is left`)

function report(name, seconds, budget) {
  console.log(JSON.stringify({ name, seconds, budget }))
}
