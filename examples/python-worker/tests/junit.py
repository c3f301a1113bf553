"""Runs the tests and writes junit.xml: python3 -m tests.junit"""

import sys
import time
import unittest
from xml.sax.saxutils import quoteattr


class Recorder(unittest.TextTestResult):
    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.cases = []

    def startTest(self, test):
        super().startTest(test)
        self._begun = time.monotonic()

    def stopTest(self, test):
        problems = [text for failed, text in self.failures + self.errors if failed is test]
        name, where = test._testMethodName, type(test).__qualname__
        inside = "".join(f"<failure message={quoteattr(text)}/>" for text in problems)
        seconds = time.monotonic() - self._begun
        self.cases.append(f'<testcase classname="tests.{where}" name="{name}" time="{seconds:.3f}">{inside}</testcase>')
        super().stopTest(test)


tests = unittest.defaultTestLoader.discover("tests", top_level_dir=".")
result = unittest.TextTestRunner(resultclass=Recorder).run(tests)
with open("junit.xml", "w", encoding="utf-8") as file:
    file.write(f'<testsuite name="worker" tests="{len(result.cases)}">{"".join(result.cases)}</testsuite>\n')
sys.exit(0 if result.wasSuccessful() else 1)
