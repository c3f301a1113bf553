"""What Prometheus reads of the worker."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Counters:
    def __init__(self):
        self._lock = threading.Lock()
        self.done = 0
        self.failed = 0

    def count(self, good):
        with self._lock:
            if good:
                self.done += 1
            else:
                self.failed += 1

    def text(self):
        """In the exposition format of Prometheus."""
        with self._lock:
            return (
                "# TYPE worker_jobs_total counter\n"
                f'worker_jobs_total{{result="done"}} {self.done}\n'
                f'worker_jobs_total{{result="failed"}} {self.failed}\n'
            )


def offer(counters, port):
    """Serves the counters at /metrics, in the background."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = counters.text().encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/plain; version=0.0.4")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Scrapes are no news."""

    server = ThreadingHTTPServer(("", port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
