import { Buffer } from 'node:buffer'
import type { Questions } from './questions.ts'

/** Stands before the one line of the answer: start-up files of the image may print, too. */
export const answerMark = 'MCP-STACK-ANSWER '

/** The program with its questions in it. It holds a private key (of a CA that nobody trusts): stdin only. */
export function writeProbeProgram(questions: Questions, foreignKey: string): string {
  const input = Buffer.from(JSON.stringify({ ...questions, foreignKey })).toString('base64')
  return `${program}\nmain(json.loads(base64.b64decode("${input}")), "${answerMark}")\n`
}

/**
 * Python 3.8 and later, standard library only. It says what it saw and judges nothing: judge.ts does.
 * A foreign certificate is given to OpenSSL through a memory file, so no key touches a disk of the container.
 */
const program = String.raw`
import base64, concurrent.futures, hashlib, hmac, http.client, json, os, re, socket, ssl, sys, tempfile, time, uuid

def setting(name, default=""):
    return os.environ.get(name) or default

def context(certificate, trusting=False):
    verify = not trusting and setting("PLUGINS_CLIENT_MTLS_VERIFY", "true").lower() not in ("false", "0", "no")
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
        shown = base64.b64encode(connection.sock.getpeercert(True) or b"").decode()
        answer = {"tls": connection.sock.version(), "peer": names[0] if names else "", "certificate": shown}
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

def look(question, tls):
    connection, answer = open_connection(question, tls)
    connection.close()
    return dict(answer, seen="response")

def own_certificate(path):
    try:
        with open(path) as file:
            found = re.search("-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", file.read(1 << 20), re.S)
        return base64.b64encode(ssl.PEM_cert_to_DER_cert(found.group(0))).decode() if found else ""
    except (OSError, ValueError):
        return ""

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
        found = {"own": ask_mcp, "look": look}.get(question["with"], ask_anything)(question, tls)
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
    contexts = {"own": lambda: context(own if own[0] else None), "none": lambda: context(None), "foreign": lambda: context(foreign),
                "look": lambda: context(own if own[0] else None, True)}
    try:
        with concurrent.futures.ThreadPoolExecutor(max_workers=8) as pool:
            dials = list(pool.map(lambda one: ask(one, contexts), questions["dials"]))
        answer = {"dials": dials, "client": own_certificate(own[0])}
        if not questions.get("onlyDials"):
            ready = ask_gateway("/ready", {})
            ready.pop("json", None)
            answer.update(ready=ready, plugins=ask_plugins())
    finally:
        for path in leftovers:
            os.unlink(path)
    sys.stdout.write("\n" + mark + json.dumps(answer) + "\n")
`
