export const id = 3473;
export const ids = [3473];
export const modules = {

/***/ 93473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ prove),
  o: () => (/* binding */ verificationProblems)
});

// EXTERNAL MODULE: ./build/js/certificates/der.js
var certificates_der = __webpack_require__(39128);
// EXTERNAL MODULE: ./build/js/certificates/issue-ca.js
var issue_ca = __webpack_require__(64025);
// EXTERNAL MODULE: ./build/js/certificates/issue-leaf.js
var issue_leaf = __webpack_require__(37105);
// EXTERNAL MODULE: ./build/js/certificates/signer.js
var certificates_signer = __webpack_require__(21045);
;// CONCATENATED MODULE: ./build/js/certificates/foreign.js




/**
 * A client certificate of the very profile of the gateway's, from a CA that was made for it and is forgotten at once.
 * `verify` shows it to every plugin, which must refuse it.
 */
async function issueForeignClient(now) {
    const signer = (0,certificates_signer/* openSigner */.Hs)(await (0,issue_ca/* issueCa */.Y)(now), 'a foreign CA', now);
    const [der, issuer] = await Promise.all([(0,certificates_der/* loadDer */.Y)(), (0,certificates_signer/* readIssuerFacts */.HH)(signer.certificate)]);
    const { chainPem, keyPem } = await (0,issue_leaf/* issueLeaf */.S)(der, signer, issuer, request, now);
    return { certificatePem: chainPem, keyPem };
}
const request = {
    component: 'a foreign client',
    kind: 'client',
    commonName: 'mcpgateway',
    dnsNames: ['mcpgateway'],
    keyAlgorithm: 'ecdsa-p256',
    validityDays: 1,
    renewBeforeDays: 0,
};

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/js/verify/probe-program.js

/** Stands before the one line of the answer: start-up files of the image may print, too. */
const answerMark = 'MCP-STACK-ANSWER ';
/** The program with its questions in it. It holds a private key (of a CA that nobody trusts): stdin only. */
function writeProbeProgram(questions, foreignKey) {
    const input = external_node_buffer_.Buffer.from(JSON.stringify({ ...questions, foreignKey })).toString('base64');
    return `${program}\nmain(json.loads(base64.b64decode("${input}")), "${answerMark}")\n`;
}
/**
 * Python 3.8 and later, standard library only. It says what it saw and judges nothing: judge.ts does.
 * A foreign certificate is given to OpenSSL through a memory file, so no key touches a disk of the container.
 */
const program = String.raw `
import base64, concurrent.futures, hashlib, hmac, http.client, json, os, socket, ssl, sys, tempfile, time, uuid

def setting(name, default=""):
    return os.environ.get(name) or default

def context(certificate):
    verify = setting("PLUGINS_CLIENT_MTLS_VERIFY", "true").lower() not in ("false", "0", "no")
    names = setting("PLUGINS_CLIENT_MTLS_CHECK_HOSTNAME", "true").lower() not in ("false", "0", "no")
    made = ssl.create_default_context(cafile=setting("PLUGINS_CLIENT_MTLS_CA_BUNDLE") or None)
    made.check_hostname = verify and names
    made.verify_mode = ssl.CERT_REQUIRED if verify else ssl.CERT_NONE
    if certificate is not None:
        made.load_cert_chain(*certificate)
    return made

def memory_file(text):
    try:
        number = os.memfd_create("pem")
        os.write(number, text.encode())
        return "/proc/self/fd/%d" % number
    except (AttributeError, OSError):
        handle = tempfile.NamedTemporaryFile("w", delete=False)
        handle.write(text)
        handle.close()
        leftovers.append(handle.name)
        return handle.name

leftovers = []

class Unreachable(Exception):
    pass

def open_connection(question, tls):
    try:
        raw = socket.create_connection((question["to"], question["port"]), timeout=question["seconds"])
    except ConnectionError as error:
        raise Unreachable(error)
    connection = http.client.HTTPConnection(question["serverName"], question["port"], timeout=question["seconds"])
    connection.sock = raw
    answer = {}
    if tls is not None:
        try:
            connection.sock = tls.wrap_socket(raw, server_hostname=question["serverName"])
        except BaseException:
            raw.close()
            raise
        peer = connection.sock.getpeercert() or {}
        names = [value for part in peer.get("subject", ()) for key, value in part if key == "commonName"]
        answer = {"tls": connection.sock.version(), "peer": names[0] if names else ""}
    return connection, answer

def message_of(body, number):
    for line in body.splitlines():
        text = line[5:].strip() if line.startswith("data:") else line.strip()
        if text.startswith("{"):
            try:
                found = json.loads(text)
            except ValueError:
                continue
            if found.get("id") == number:
                return found
    return None

def post(question, tls, message, session):
    connection, answer = open_connection(question, tls)
    try:
        headers = {"content-type": "application/json", "accept": "application/json, text/event-stream"}
        if session:
            headers["mcp-session-id"] = session
            headers["mcp-protocol-version"] = "2025-03-26"
        connection.request("POST", "/mcp", json.dumps(message), headers)
        response = connection.getresponse()
        lines = []
        while True:
            line = response.readline(1 << 22)
            if not line:
                break
            lines.append(line.decode("utf-8", "replace"))
            if "id" in message and message_of(lines[-1], message["id"]) is not None:
                break
        return answer, response.status, response.getheader("mcp-session-id"), "".join(lines)
    finally:
        connection.close()

def ask_mcp(question, tls):
    hello = {"protocolVersion": "2025-03-26", "capabilities": {}, "clientInfo": {"name": "mcp-deploy verify", "version": "1"}}
    first = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello}
    answer, status, session, body = post(question, tls, first, None)
    result = (message_of(body, 1) or {}).get("result")
    answer.update(seen="response", status=status, server=(result or {}).get("serverInfo", {}).get("name", ""))
    if result is None:
        return dict(answer, mcp="refused", detail=body[:200])
    try:
        post(question, tls, {"jsonrpc": "2.0", "method": "notifications/initialized"}, session)
        tools_body = post(question, tls, {"jsonrpc": "2.0", "id": 2, "method": "tools/list", "params": {}}, session)[3]
        tools = (message_of(tools_body, 2) or {}).get("result", {}).get("tools")
        if tools is None:
            return dict(answer, mcp="no-tools", detail=tools_body[:200])
        return dict(answer, mcp="ok", tools=[tool.get("name") for tool in tools][:20])
    finally:
        close_session(question, tls, session)

def close_session(question, tls, session):
    if not session:
        return
    try:
        connection = open_connection(question, tls)[0]
        connection.request("DELETE", "/mcp", headers={"mcp-session-id": session, "accept": "application/json"})
        connection.getresponse().read()
        connection.close()
    except (OSError, http.client.HTTPException):
        pass

def ask_anything(question, tls):
    connection, answer = open_connection(question, tls)
    try:
        connection.request("GET", "/health")
        response = connection.getresponse()
        return dict(answer, seen="response", status=response.status)
    finally:
        connection.close()

def describe(error):
    detail = "%s: %s" % (type(error).__name__, getattr(error, "reason", None) or error)
    if isinstance(error, ssl.SSLCertVerificationError):
        return "untrusted", "%s: %s" % (type(error).__name__, error.verify_message)
    if isinstance(error, (socket.timeout, TimeoutError)):
        return "timeout", detail
    if isinstance(error, (Unreachable, ConnectionRefusedError, socket.gaierror)):
        return "unreachable", detail
    if isinstance(error, (ssl.SSLError, ConnectionError, http.client.RemoteDisconnected, http.client.BadStatusLine)):
        return "dropped", detail
    return ("unreachable" if isinstance(error, OSError) else "error"), detail

def ask(question, contexts):
    start = time.monotonic()
    try:
        tls = contexts[question["with"]]() if question["tls"] else None
        found = ask_mcp(question, tls) if question["with"] == "own" else ask_anything(question, tls)
    except Exception as error:
        seen, detail = describe(error)
        found = {"seen": seen, "detail": detail}
    found.update(component=question["component"], to=question["to"], milliseconds=round((time.monotonic() - start) * 1000))
    found["with"] = question["with"]
    return found

def encode(value):
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

def mint():
    algorithm = setting("JWT_ALGORITHM", "HS256")
    email = setting("PLATFORM_ADMIN_EMAIL", "admin@example.com")
    now = int(time.time())
    claims = {"sub": email, "username": email, "iat": now, "exp": now + 60, "jti": str(uuid.uuid4()),
              "iss": setting("JWT_ISSUER", "mcpgateway"), "aud": setting("JWT_AUDIENCE", "mcpgateway-api"),
              "is_admin": True, "token_use": "api", "teams": None,
              "user": {"email": email, "full_name": "mcp-deploy verify", "is_admin": True, "auth_provider": "cli"}}
    text = encode({"alg": algorithm, "typ": "JWT"}) + "." + encode(claims)
    digest = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}[algorithm]
    return text + "." + encode(hmac.new(setting("JWT_SECRET_KEY").encode(), text.encode(), digest).digest())

def ask_gateway(path, headers):
    start = time.monotonic()
    try:
        connection = http.client.HTTPConnection(os.environ.get("MCP_STACK_GATEWAY", "127.0.0.1"), int(setting("PORT", "4444")), timeout=10)
        connection.request("GET", setting("APP_ROOT_PATH").rstrip("/") + path, headers=headers)
        response = connection.getresponse()
        body = response.read(1 << 22).decode("utf-8", "replace")
        found = {"seen": "response", "status": response.status, "type": response.getheader("content-type", ""), "detail": body[:200]}
        if "json" in found["type"] and response.status == 200:
            found["json"] = json.loads(body)
    except Exception as error:
        seen, detail = describe(error)
        found = {"seen": seen, "detail": detail}
    return dict(found, milliseconds=round((time.monotonic() - start) * 1000))

def ask_plugins():
    try:
        token = mint()
    except KeyError:
        return {"seen": "no-token", "detail": "JWT_ALGORITHM is " + setting("JWT_ALGORITHM"), "milliseconds": 0}
    found = ask_gateway("/admin/plugins", {"authorization": "Bearer " + token, "accept": "application/json"})
    listing = found.pop("json", None)
    if isinstance(listing, dict):
        found["enabled"] = listing.get("plugins_globally_enabled")
        found["plugins"] = {one.get("name"): one.get("status") for one in listing.get("plugins", [])}
    return found

def main(questions, mark):
    own = (setting("PLUGINS_CLIENT_MTLS_CERTFILE"), setting("PLUGINS_CLIENT_MTLS_KEYFILE"))
    foreign = None
    if any(one["with"] == "foreign" for one in questions["dials"]):
        foreign = (memory_file(questions["foreignCertificate"]), memory_file(questions["foreignKey"]))
    contexts = {"own": lambda: context(own if own[0] else None), "none": lambda: context(None), "foreign": lambda: context(foreign)}
    try:
        with concurrent.futures.ThreadPoolExecutor(max_workers=8) as pool:
            dials = list(pool.map(lambda one: ask(one, contexts), questions["dials"]))
        ready = ask_gateway("/ready", {})
        ready.pop("json", None)
        answer = {"ready": ready, "plugins": ask_plugins(), "dials": dials}
    finally:
        for path in leftovers:
            os.unlink(path)
    sys.stdout.write("\n" + mark + json.dumps(answer) + "\n")
`;

;// CONCATENATED MODULE: ./build/js/verify/answers.js

/** The answer in the program's output; undefined when it did not get that far. */
function parseAnswers(stdout) {
    const line = stdout.split('\n').findLast((candidate) => candidate.startsWith(answerMark));
    if (line === undefined)
        return undefined;
    try {
        const answers = JSON.parse(line.slice(answerMark.length));
        return answers;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/verify/judge-dial.js
/** One dialled plugin → its probes. Pure. */
function judgeDial(from, dial) {
    if (dial.with === 'none')
        return [judgeRefusal('refused-without-certificate', from, dial)];
    if (dial.with === 'foreign')
        return [judgeRefusal('refused-foreign-certificate', from, dial)];
    const handshake = judgeHandshake(from, dial);
    return handshake === undefined ? [judgeMcp(from, dial)] : [handshake, judgeMcp(from, dial)];
}
/** Undefined without TLS. In TLS 1.3 a refused client hears of it at its first read: an answer is the proof. */
function judgeHandshake(from, dial) {
    const probe = { kind: 'handshake', ...common(from, dial) };
    if (dial.seen === 'response') {
        if (dial.tls === undefined)
            return undefined;
        return { ...probe, outcome: 'passed', message: `${dial.tls}, CN=${dial.peer ?? '?'}` };
    }
    return { ...probe, outcome: failedOr(dial), message: show(dial), hint: handshakeHint(dial) };
}
function judgeMcp(from, dial) {
    const probe = { kind: 'mcp-initialize', ...common(from, dial) };
    if (dial.seen !== 'response')
        return { ...probe, outcome: failedOr(dial), message: show(dial), hint: handshakeHint(dial) };
    switch (dial.mcp) {
        case 'ok':
            return {
                ...probe,
                outcome: 'passed',
                message: `HTTP ${dial.status ?? 200}, tools: ${(dial.tools ?? []).join(', ')}`,
            };
        case 'no-tools':
            return {
                ...probe,
                outcome: 'failed',
                message: `initialize answered, tools/list did not: ${dial.detail ?? ''}`,
                hint: logs(dial),
            };
        case 'refused':
        case undefined:
        default: {
            const hint = dial.status === 421 ? 'The plugin refuses the Host header: PLUGINS_SERVER_HOST must be 0.0.0.0' : logs(dial);
            return { ...probe, outcome: 'failed', message: `HTTP ${dial.status ?? '?'}: ${dial.detail ?? ''}`, hint };
        }
    }
}
/** Only a connection that the plugin itself ended proves a refusal; that nobody answered proves nothing. */
function judgeRefusal(kind, from, dial) {
    const probe = { kind, ...common(from, dial) };
    if (dial.seen === 'dropped')
        return { ...probe, outcome: 'passed', message: 'connection dropped' };
    if (dial.seen === 'response') {
        return {
            ...probe,
            outcome: 'failed',
            message: `answered with HTTP ${dial.status ?? '?'} instead of refusing`,
            hint: 'It does not ask for client certificates: server_settings in the image’s own configuration beat PLUGINS_SERVER_SSL_CERT_REQS=2',
        };
    }
    return { ...probe, outcome: 'inconclusive', message: show(dial), hint: logs(dial) };
}
/** A time-out may be load; everything else is an answer. */
const failedOr = ({ seen }) => (seen === 'timeout' || seen === 'error' ? 'inconclusive' : 'failed');
function handshakeHint(dial) {
    switch (dial.seen) {
        case 'untrusted':
            return 'The gateway does not accept the plugin’s certificate: mcp-deploy certs check';
        case 'dropped':
            return `The plugin does not accept the gateway’s certificate, or does not speak TLS: ${logs(dial)}`;
        case 'unreachable':
            return `Nothing listens there: ${logs(dial)}`;
        case 'response':
        case 'timeout':
        case 'error':
        case 'no-token':
        default:
            return logs(dial);
    }
}
const logs = ({ component }) => `mcp-deploy logs --component ${component}`;
const show = ({ seen, detail }) => (detail === undefined ? seen : `${seen}: ${detail}`);
const common = (from, { component, to, milliseconds }) => ({ from, component, to, milliseconds });

;// CONCATENATED MODULE: ./build/js/verify/judge.js

/** What was seen from one gateway container → what it means. Pure. */
function judgeAnswers(from, answers, expected) {
    return [
        judgeReady(from, expected.gateway, answers.ready),
        ...answers.dials.flatMap((dial) => judgeDial(from, dial)),
        ...expected.plugins.map((plugin) => judgePlugin(from, plugin, answers.plugins)),
    ];
}
function judgeReady(from, component, answer) {
    const probe = { kind: 'gateway-ready', from, component, to: '/ready', milliseconds: answer.milliseconds };
    const message = showAnswer(answer);
    if (answer.status === 200)
        return { ...probe, outcome: 'passed', message };
    if (answer.status === 429)
        return { ...probe, outcome: 'inconclusive', message, hint: rateLimited };
    if (answer.seen === 'timeout')
        return { ...probe, outcome: 'inconclusive', message };
    const hint = answer.status === 503
        ? 'The gateway cannot reach its database: mcp-deploy logs --component gateway'
        : 'mcp-deploy logs --component gateway';
    return { ...probe, outcome: 'failed', message, hint };
}
function judgePlugin(from, { name, off }, answer) {
    const { milliseconds } = answer;
    const probe = { kind: 'plugin-enabled', from, component: name, to: '/admin/plugins', milliseconds };
    if (answer.plugins === undefined) {
        return { ...probe, outcome: 'inconclusive', message: showAnswer(answer), hint: listHint(answer) };
    }
    const status = answer.plugins[name];
    if (off) {
        const outcome = status === 'enabled' ? 'failed' : 'passed';
        return { ...probe, outcome, message: `${status ?? 'not loaded'}, and its mode is disabled` };
    }
    if (answer.enabled === false) {
        return { ...probe, outcome: 'failed', message: 'plugins are switched off', hint: 'Set PLUGINS_ENABLED=true' };
    }
    if (status === 'enabled')
        return { ...probe, outcome: 'passed', message: 'enabled' };
    const hint = status === undefined
        ? 'The gateway skipped it: the name has to be the plugin’s own name; mcp-deploy logs --component gateway says why'
        : 'Look why the gateway switched it off: mcp-deploy logs --component gateway';
    return { ...probe, outcome: 'failed', message: status ?? 'not loaded by the gateway', hint };
}
/** Why the list of plugins could not be had: the proof is missing, nothing is proven broken. */
function listHint({ seen, status, type }) {
    if (seen === 'no-token')
        return 'An admin token can only be minted for JWT_ALGORITHM HS256, HS384 or HS512';
    if (status === 429)
        return rateLimited;
    if (status === 404)
        return 'Set MCPGATEWAY_ADMIN_API_ENABLED=true for the gateway';
    if (status === 401 || status === 403)
        return 'The token was refused: PLATFORM_ADMIN_EMAIL has to be the administrator’s';
    if (type?.includes('html')) {
        return 'The administrator has to change the password first: log in once, or set ADMIN_REQUIRE_PASSWORD_CHANGE_ON_BOOTSTRAP=false';
    }
    return 'mcp-deploy logs --component gateway';
}
const rateLimited = 'The gateway limits the rate of this address: wait 15 minutes, or set RATE_LIMITING_ENABLED=false for load tests';
function showAnswer({ seen, status, type, detail }) {
    if (seen !== 'response')
        return `${seen}: ${detail ?? ''}`;
    const page = type?.includes('html') ? ' with an HTML page' : '';
    return status === 200 && page === '' ? 'HTTP 200' : `HTTP ${status ?? '?'}${page || `: ${detail ?? ''}`}`;
}

;// CONCATENATED MODULE: ./build/js/verify/merge.js
/** The latest answer to every question, in the order in which they were first asked. Pure. */
function mergeProbes(rounds) {
    const latest = new Map();
    for (const probe of rounds.flat())
        latest.set(keyOf(probe), probe);
    return [...latest.values()];
}
/** As `mergeProbes`, but `failed` only what failed every time it was asked: a mixture proves nothing. Pure. */
function concludeProbes(rounds) {
    return mergeProbes(rounds).map((probe) => {
        const times = rounds.flat().filter((other) => keyOf(other) === keyOf(probe));
        const steady = times.every(({ outcome }) => outcome === 'failed');
        return probe.outcome === 'failed' && !steady ? { ...probe, outcome: 'inconclusive' } : probe;
    });
}
/** The worst of all; nothing asked is nothing proven. */
function outcomeOf(probes) {
    if (probes.some(({ outcome }) => outcome === 'failed'))
        return 'failed';
    return probes.length > 0 && probes.every(({ outcome }) => outcome === 'passed') ? 'passed' : 'inconclusive';
}
const keyOf = ({ kind, from, component, to }) => [kind, from, component, to].join(' ');

;// CONCATENATED MODULE: ./build/js/verify/questions.js
const socketSeconds = 5;
/** Every plugin container by address, and every plugin once by the name that the gateway uses. Pure. */
function askEveryPlugin(plan, endpoints) {
    return plan.plugins.flatMap((plugin) => {
        const dial = { component: plugin.name, tls: plugin.mtls, seconds: socketSeconds };
        const own = endpoints.filter(({ component }) => component === plugin.name);
        const byAddress = own.flatMap(({ address, port, serverName }) => withCertificates(plugin.mtls).map((certificate) => ({
            ...dial,
            to: address,
            port,
            serverName,
            with: certificate,
        })));
        const name = new URL(plugin.url);
        const port = Number(name.port || (plugin.mtls ? 443 : 80));
        return [...byAddress, { ...dial, to: name.hostname, port, serverName: name.hostname, with: 'own' }];
    });
}
const withCertificates = (mtls) => (mtls ? ['own', 'none', 'foreign'] : ['own']);

;// CONCATENATED MODULE: ./build/js/verify/verify-stack.js





/** Three failures over ten seconds count, one does not. */
const attempts = { count: 3, pauseSeconds: 5 };
/** How long one exec may take: the sockets' own time-outs end it long before. */
const execSeconds = 90;
/**
 * Asks the running stack from inside its own gateway containers, with the very certificates and names that traffic
 * uses; DESIGN §4 Verify. Never throws for what it finds: that is in the probes.
 */
async function verifyStack(input, io) {
    const start = io.clock.now().getTime();
    const expected = expect(input.plan);
    const dials = askEveryPlugin(input.plan, input.endpoints);
    let rounds = [];
    for (let attempt = 1; attempt <= attempts.count; attempt += 1) {
        const open = attempt === 1 ? undefined : componentsNotPassed(mergeProbes(rounds));
        const asked = dials.filter(({ component }) => open?.has(component) ?? true);
        rounds = [...rounds, [...noContainer(input), ...(await askGateways(input, asked, expected, io))]];
        const merged = mergeProbes(rounds);
        if (outcomeOf(merged) === 'passed' || attempt === attempts.count || io.signal.aborted)
            break;
        io.progress.line(`verify: ${componentsNotPassed(merged).size} components not proven yet, asking again`);
        await io.clock.sleep(attempts.pauseSeconds * 1000, io.signal);
    }
    const probes = concludeProbes(rounds);
    return { probes, outcome: outcomeOf(probes), seconds: (io.clock.now().getTime() - start) / 1000 };
}
function expect({ gateway, pluginsConfig, plugins }) {
    const modeOf = (name) => pluginsConfig.plugins.find((entry) => entry['name'] === name)?.['mode'];
    return { gateway: gateway.name, plugins: plugins.map(({ name }) => ({ name, off: modeOf(name) === 'disabled' })) };
}
async function askGateways({ shells, foreign }, dials, expected, io) {
    const questions = { dials, foreignCertificate: foreign.certificatePem };
    const program = writeProbeProgram(questions, foreign.keyPem.reveal());
    const answered = await Promise.all(shells.map(async (shell) => {
        const { exitCode, stdout, stderr } = await shell.python(program, execSeconds);
        const answers = parseAnswers(stdout);
        if (answers !== undefined)
            return judgeAnswers(shell.name, answers, expected);
        const reason = io.redactor.redact(stderr.trim().split('\n').at(-1) ?? '');
        return [unanswered(shell.name, expected.gateway, `Python ended with ${exitCode} in the gateway: ${reason}`)];
    }));
    return answered.flat();
}
function unanswered(from, component, message) {
    const hint = 'Verify needs python3 in the gateway’s image, and the right to exec into its container';
    return {
        kind: 'gateway-ready',
        from,
        component,
        to: 'python3',
        outcome: 'inconclusive',
        message,
        hint,
        milliseconds: 0,
    };
}
/** What cannot be asked because it does not run. */
function noContainer({ plan, shells, endpoints }) {
    const silent = plan.plugins.filter(({ name }) => !endpoints.some(({ component }) => component === name));
    return [
        ...(shells.length === 0 ? [missing('gateway-ready', plan.gateway.name)] : []),
        ...silent.map(({ name }) => missing('mcp-initialize', name)),
    ];
}
function missing(kind, component) {
    return {
        kind,
        from: 'the engine',
        component,
        to: component,
        outcome: 'failed',
        message: 'has no running container',
        hint: `mcp-deploy logs --component ${component}`,
        milliseconds: 0,
    };
}
function componentsNotPassed(probes) {
    return new Set(probes.filter(({ outcome }) => outcome !== 'passed').map(({ component }) => component));
}

// EXTERNAL MODULE: ./build/js/commands/session.js
var commands_session = __webpack_require__(39045);
;// CONCATENATED MODULE: ./build/js/commands/prove.js



/** Step 10: asks the running stack, from inside its gateways. */
async function prove(session, plan, connection) {
    return (0,commands_session/* timed */.J)(session, 'verify', 'Verifying', async () => {
        const [shells, endpoints, foreign] = await Promise.all([
            connection.gatewayShells(),
            connection.pluginEndpoints(),
            issueForeignClient(session.io.clock.now()),
        ]);
        return verifyStack({ plan, shells, endpoints, foreign }, session.io);
    });
}
/** The probes that did not pass, as problems; a failed one of each kind and component once. */
function verificationProblems(verification) {
    const seen = new Set();
    return verification.probes
        .filter((probe) => probe.outcome !== 'passed')
        .flatMap((probe) => {
        const key = `${probe.kind} ${probe.component} ${probe.message}`;
        if (seen.has(key))
            return [];
        seen.add(key);
        const problem = {
            severity: 'error',
            code: probe.outcome === 'failed' ? 'VERIFY_FAILED' : 'VERIFY_INCONCLUSIVE',
            message: `${probe.component}: ${probe.kind} ${probe.outcome} from ${probe.from} to ${probe.to}: ${probe.message}`,
            ...(probe.hint === undefined ? {} : { hint: probe.hint }),
        };
        return [problem];
    });
}


/***/ })

};
