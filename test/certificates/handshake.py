"""One mutual TLS handshake on loopback with the default, strict verification of Python 3.13.

usage: handshake.py SERVER_FOLDER CLIENT_FOLDER|- HOST_NAME
Prints one JSON object: {"strict": bool, "client": "ok TLSv1.3" | error, "server": "ok" | error}
"""
import json
import socket
import ssl
import sys
import threading

server_folder, client_folder, host_name = sys.argv[1:4]
result = {"strict": True}


def context(purpose, trust):
    made = ssl.create_default_context(purpose, cafile=trust)
    # The default from 3.13 on; asked for explicitly so that an older Python judges the same way.
    made.verify_flags |= ssl.VERIFY_X509_STRICT
    result["strict"] &= bool(made.verify_flags & ssl.VERIFY_X509_STRICT)
    return made


serving = context(ssl.Purpose.CLIENT_AUTH, f"{server_folder}/ca.crt")
serving.verify_mode = ssl.CERT_REQUIRED
serving.load_cert_chain(f"{server_folder}/server.crt", f"{server_folder}/server.key")

calling = context(ssl.Purpose.SERVER_AUTH, f"{server_folder}/ca.crt")
assert calling.check_hostname
if client_folder != "-":
    name = "client" if not client_folder.endswith("#server") else "server"
    folder = client_folder.removesuffix("#server")
    calling.load_cert_chain(f"{folder}/{name}.crt", f"{folder}/{name}.key")

listener = socket.create_server(("127.0.0.1", 0))


def serve():
    connection, _ = listener.accept()
    connection.settimeout(10)
    try:
        with serving.wrap_socket(connection, server_side=True) as tls:
            tls.sendall(b"hello")
            result["server"] = "ok"
    except OSError as error:
        result["server"] = str(error)


thread = threading.Thread(target=serve)
thread.start()
try:
    raw = socket.create_connection(listener.getsockname(), timeout=10)
    with calling.wrap_socket(raw, server_hostname=host_name) as tls:
        # With TLS 1.3 a refused client certificate is only seen at the first read.
        answer = tls.recv(5)
        result["client"] = f"ok {tls.version()}" if answer == b"hello" else "dropped"
except OSError as error:
    result["client"] = str(error)
thread.join(20)
print(json.dumps(result))
