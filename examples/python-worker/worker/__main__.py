"""Works until it is told to end, and then finishes the job it is at."""

import os
import signal
import threading

from worker.counters import Counters, offer
from worker.jobs import BrokenJob, Queue, resize


def work(queue, counters):
    try:
        resize(*queue.take(), longest=800)
        counters.count(good=True)
    except BrokenJob:
        counters.count(good=False)


def main():
    ending = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ending.set())
    counters = Counters()
    queue = Queue(error_rate=float(os.environ.get("FAULT_ERROR_RATE", "0")))
    for _ in range(100):  # what the first look at the metrics can judge
        work(queue, counters)
    offer(counters, int(os.environ.get("PORT", "8080")))
    print(f"version {os.environ.get('APP_VERSION', '1.5.0')} works", flush=True)
    while not ending.wait(0.01):
        work(queue, counters)
    print(f"{counters.done} jobs are done, {counters.failed} failed", flush=True)


main()
