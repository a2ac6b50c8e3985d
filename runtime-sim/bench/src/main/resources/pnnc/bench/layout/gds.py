# Times KLayout with the files of GdsBenchmark: klayout -b -r gds.py -rd folder=DIR
# Prints "CASE write|read SECONDS", medians of 5.
import os
import statistics
import time

import pya

folder = globals()["folder"]


def timed(work):
    start = time.perf_counter()
    kept = work()  # freed behind the clock
    return time.perf_counter() - start if kept else 0


def read(path):
    layout = pya.Layout()
    layout.read(path)
    return layout


def write(layout, path):
    options = pya.SaveLayoutOptions()
    options.format = "GDS2"
    layout.write(path, options)
    return layout


for case in ("GRID", "RANDOM", "REFERENCES"):
    path = os.path.join(folder, case + ".gds")
    other = os.path.join(folder, "klayout.gds")
    layout = read(path)
    write(layout, other)
    print("%s write %g" % (case, statistics.median(timed(lambda: write(layout, other)) for _ in range(5))))
    print("%s read %g" % (case, statistics.median(timed(lambda: read(path)) for _ in range(5))))
