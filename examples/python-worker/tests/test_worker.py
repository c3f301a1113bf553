import unittest
from urllib.request import urlopen

from worker.counters import Counters, offer
from worker.jobs import BrokenJob, Queue, resize


class ResizeTest(unittest.TestCase):
    def test_the_longer_side_decides(self):
        self.assertEqual(resize(1600, 800, longest=800), (800, 400))
        self.assertEqual(resize(600, 1200, longest=800), (400, 800))

    def test_small_pictures_stay_as_they_are(self):
        self.assertEqual(resize(10, 20, longest=800), (10, 20))

    def test_a_picture_without_size_is_broken(self):
        with self.assertRaises(BrokenJob):
            resize(0, 10, longest=800)


class QueueTest(unittest.TestCase):
    def test_it_can_be_told_to_break_jobs(self):
        self.assertEqual(Queue(error_rate=1).take(), (0, 0))
        self.assertNotEqual(Queue(error_rate=0).take(), (0, 0))


class CountersTest(unittest.TestCase):
    def test_prometheus_can_read_them(self):
        counters = Counters()
        counters.count(good=True)
        counters.count(good=False)
        server = offer(counters, 0)
        try:
            with urlopen(f"http://127.0.0.1:{server.server_port}/metrics") as answer:
                text = answer.read().decode()
        finally:
            server.shutdown()
            server.server_close()
        self.assertIn('worker_jobs_total{result="done"} 1\n', text)
        self.assertIn('worker_jobs_total{result="failed"} 1\n', text)


if __name__ == "__main__":
    unittest.main()
