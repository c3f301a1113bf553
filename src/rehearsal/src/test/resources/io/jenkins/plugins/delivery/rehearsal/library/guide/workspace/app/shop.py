"""The shop: a few lines that answer quickly and begin at once."""
import os
import signal
import socket
import sys
import threading

VERSION = os.environ.get("APP_VERSION", "1.5.0")
ANSWERS = {
    "/healthz": "{}",
    "/version": '{"version": "%s"}' % VERSION,
    "/api/items": '[{"id": 1, "name": "tea"}, {"id": 2, "name": "coffee"}]',
    "/metrics": "queue_length 3\n",
    "/": '{"shop": "open"}',
}


def answer(connection):
    with connection, connection.makefile("rb") as lines:
        while True:
            request = lines.readline().split()
            if len(request) < 2:
                return
            while lines.readline().strip():
                pass
            body = ANSWERS.get(request[1].decode().split("?")[0])
            status = "404 Not Found" if body is None else "200 OK"
            text = (body or "{}").encode()
            head = "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (status, len(text))
            connection.sendall(head.encode() + (b"" if request[0] == b"HEAD" else text))


signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
server = socket.create_server(("127.0.0.1", int(os.environ["PORT"])), backlog=100)
while True:
    threading.Thread(target=answer, args=(server.accept()[0],), daemon=True).start()
