// Calls to the running gateway that make the plugins visible.

const prompt = {
  name: 'quickstart-letter',
  description: 'The quickstart asks for this one',
  template: 'Write a letter to {{ who }}.',
  arguments: [{ name: 'who', description: 'whom to write to', required: true }],
}

/**
 * Registers a prompt, renders it so that a plugin rewrites it, and once more so that a plugin refuses it.
 *
 * @returns `[{ what, asked, status, answer, passed }]`
 * @throws Error when the gateway does not take the token or the prompt.
 */
export async function showPlugins(url, token) {
  const call = (path, method, body) => request(`${url}${path}`, token, method, body)
  const id = await ensurePrompt(call)
  const render = async (who) => {
    const { status, value } = await call(`/prompts/${id}`, 'POST', { who })
    return { asked: who, status, answer: value.messages?.[0]?.content?.text ?? value.message ?? JSON.stringify(value) }
  }
  const allowed = await render('ada@example.com')
  const blocked = await render('the classified list')
  return [
    {
      what: 'rewritten by MailMask',
      ...allowed,
      passed: allowed.status === 200 && allowed.answer.includes('[address masked]'),
    },
    {
      what: 'blocked by WordGuard',
      ...blocked,
      passed: blocked.status === 422 && blocked.answer.includes('WordGuard'),
    },
  ]
}

async function ensurePrompt(call) {
  const made = await call('/prompts', 'POST', { prompt })
  if (made.status === 200 || made.status === 201) return made.value.id
  const known = await call('/prompts', 'GET')
  const found = Array.isArray(known.value) ? known.value.find(({ name }) => name === prompt.name) : undefined
  if (found === undefined)
    throw new Error(`the gateway does not take a prompt: HTTP ${made.status} ${JSON.stringify(made.value)}`)
  return found.id
}

async function request(url, token, method, body) {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  })
  const text = await response.text()
  try {
    return { status: response.status, value: JSON.parse(text) }
  } catch {
    return { status: response.status, value: { message: text.slice(0, 200) } }
  }
}
