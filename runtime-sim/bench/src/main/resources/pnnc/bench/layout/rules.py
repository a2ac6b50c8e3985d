# Times checks of edge pairs, KLayout deep on a file, and flat on boxes:
# klayout -b -r rules.py -rd folder=DIR -rd repeats=N. Prints "deep|flat SECONDS FINDINGS", medians.
import json
import statistics
import time

import pya


def median(make):
    seconds = []
    for _ in range(int(repeats)):
        start = time.perf_counter()
        count = make()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), count


def deep():
    layout = pya.Layout()
    layout.read(folder + "/array.gds")
    top = layout.top_cell()
    store = pya.DeepShapeStore()
    store.threads = 2
    layer = lambda n, d: pya.Region(top.begin_shapes_rec(layout.layer(n, d)), store)
    total = 0
    for rule in rules:
        a = layer(*rule["layers"][0])
        kind = rule["kind"]
        if kind == "width":
            total += a.width_check(rule["least"]).count()
        elif kind == "space":
            total += a.space_check(rule["least"]).count()
        elif kind == "area":
            total += a.merged().with_area(0, rule["least"], False).count()
        elif kind == "enclosure":
            b = layer(*rule["layers"][1])
            total += (a - b).count() + a.enclosed_check(b, rule["least"]).count()
        else:
            raise ValueError(kind)
    return total


def flat(boxes):
    region = boxes.dup()
    region.merge()
    return region.width_check(200).count() + region.space_check(200).count()


def read():
    region = pya.Region()
    with open(folder + "/boxes.txt") as lines:
        for line in lines:
            region.insert(pya.Box(*map(int, line.split())))
    return region


with open(folder + "/rules.json") as text:
    rules = json.load(text)
boxes = read()
print("deep %.3f %d" % median(deep))
print("flat %.3f %d" % median(lambda: flat(boxes)))
