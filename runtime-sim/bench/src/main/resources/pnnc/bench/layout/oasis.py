# Times KLayout with the drawings of OasisBenchmark, in all of its settings:
# klayout -b -r oasis.py -rd folder=DIR -rd cases=A,B. Reads CASE.PLAIN.oas into memory, then writes
# and reads it. Prints "CASE plain 0 BYTES SECONDS" and "CASE l2c1 SECONDS BYTES SECONDS": level and
# CBLOCKs, writing, reading; medians of 5.
import os
import statistics
import time

import pya

RUNS = 5
SETTINGS = ((0, False), (2, False), (10, False), (0, True), (2, True), (10, True))


def timed(work, after=lambda made: None):
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        made = work()
        seconds.append(time.perf_counter() - start)
        after(made)  # behind the clock
    return statistics.median(seconds)


def read(path):
    layout = pya.Layout()
    layout.read(path)
    return layout


def reading(path):
    return timed(lambda: read(path), lambda layout: layout._destroy())


def measure(case):
    plain = "%s/%s.PLAIN.oas" % (folder, case)
    print(case, "plain", 0, os.path.getsize(plain), reading(plain), flush=True)
    layout = read(plain)
    for level, blocks in SETTINGS:
        options = pya.SaveLayoutOptions()
        options.format = "OASIS"
        options.oasis_compression_level = level
        options.oasis_write_cblocks = blocks
        path = "%s/klayout.oas" % folder
        write = timed(lambda: layout.write(path, options))
        print(case, "l%dc%d" % (level, blocks), write, os.path.getsize(path), reading(path), flush=True)


for case in cases.split(","):
    measure(case)
