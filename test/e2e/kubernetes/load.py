"""Calls a gateway from inside the cluster until told to stop, half of the calls to be blocked; prints what came of them.

usage: python - URL TOKEN LEAST_CALLS MOST_SECONDS CALLERS     /tmp/stop ends it, not before the least number of calls
"""

import json
import os
import sys
import threading
import time
import urllib.error
import urllib.request

url, token, least, most = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
callers = int(sys.argv[5])
# Each call has a connection of its own: the Service chooses a gateway for it, and none is reused while its pod ends.
headers = {"authorization": f"Bearer {token}", "content-type": "application/json", "connection": "close"}
counts, examples, lock, start = {}, {}, threading.Lock(), time.monotonic()


def call(path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url + path, data, headers, method="GET" if body is None else "POST")
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except Exception as error:  # noqa: BLE001: whatever it is, the call has failed
        return 0, repr(error)


def judge(to_block, status, text):
    """By the body: a closed session is HTTP 200 with an error in it. What no plugin has to do with is told apart: a name that
    was not resolved, a gateway that answers 500 by itself; both are seen when two cores do everything at once."""
    if status == 0:
        return "not reached"
    if status >= 500 and "plugin" not in text.lower():
        return "gateway error"
    try:
        messages = json.loads(text).get("messages")
    except (ValueError, AttributeError):
        messages = None
    if to_block:
        if status == 422 and "WordGuard" in text:
            return "blocked"
        return "let through" if messages else "failed closed"
    if status == 200 and messages and "[address masked]" in text:
        return "allowed"
    return "unmasked" if messages and "ada@example.com" in text else "failed"


def work(first):
    to_block = first
    while True:
        over = time.monotonic() - start
        with lock:
            done = sum(counts.values())
        if over > most or (done >= least and os.path.exists("/tmp/stop")):
            return
        status, text = call(f"/prompts/{prompt}", {"what": "the classified list" if to_block else "ada@example.com"})
        outcome = judge(to_block, status, text)
        with lock:
            counts[outcome] = counts.get(outcome, 0) + 1
            examples.setdefault(outcome, f"{over:.1f} s: HTTP {status} {text[:300]}")
        to_block = not to_block


if os.path.exists("/tmp/stop"):
    os.remove("/tmp/stop")
wanted = {
    "name": "load",
    "description": "of the end-to-end tests",
    "template": "say {{ what }}",
    "arguments": [{"name": "what", "description": "what to say", "required": True}],
}
call("/prompts", {"prompt": wanted})
prompt = next(one["id"] for one in json.loads(call("/prompts")[1]) if one["name"] == "load")
threads = [threading.Thread(target=work, args=(n % 2 == 0,)) for n in range(callers)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(json.dumps({"counts": counts, "examples": examples, "seconds": time.monotonic() - start}))
