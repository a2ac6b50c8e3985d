# Times KLayout's regions: klayout -b -r regions.py -rd folder=DIR -rd repeats=N
# Prints a line for each: what, the median of the seconds, the area.
import array
import os
import statistics
import time
import pya


def read(name):
    numbers = array.array("i")
    path = os.path.join(folder, name)
    with open(path, "rb") as f:
        numbers.fromfile(f, os.path.getsize(path) // 4)
    return numbers


def region(n):
    r = pya.Region()
    for i in range(0, len(n), 4):
        r.insert(pya.Box(n[i], n[i + 1], n[i + 2], n[i + 3]))
    return r


def measure(name, numbers, make):
    seconds = []
    for _ in range(int(repeats)):
        regions = [region(n) for n in numbers]
        start = time.perf_counter()
        made = make(*regions)
        seconds.append(time.perf_counter() - start)
    print(name, statistics.median(seconds), made.area(), flush=True)


a = read("a.bin")
b = read("b.bin")
measure("union", [a], lambda r: r.merged())
measure("xor", [a, b], lambda r, s: r ^ s)
measure("grown", [a], lambda r: r.merged().sized(50).merged())
