# Edge pairs that KLayout finds in the cases of a file, one line for each case and check.
import json

import pya

E = pya.Region.Euclidian


def region(polygons):
    all_ = pya.Region()
    for outlines in polygons:
        polygon = pya.Polygon([pya.Point(*p) for p in outlines[0]])
        for hole in outlines[1:]:
            polygon.insert_hole([pya.Point(*p) for p in hole])
        all_.insert(polygon)
    all_.merged_semantics = False
    return all_


def part(e):
    ends = sorted([(e.p1.y, e.p1.x), (e.p2.y, e.p2.x)])
    return [ends[0][1], ends[0][0], ends[1][1], ends[1][0]]


def pairs(found, is_of_one_layer):
    all_ = []
    for p in found.each():
        a, b = part(p.first), part(p.second)
        key = lambda e: (e[1], e[0], e[3], e[2])
        if is_of_one_layer and key(a) > key(b):
            a, b = b, a
        all_.append(a + b)
    return sorted(all_)


def judge(case):
    a, b, d = region(case["a"]), region(case["b"]), case["d"]
    rest = (d, False, E, case.get("facing"), None, None)
    for shielded in (False, True):
        yield pairs(a.width_check(*rest, shielded), True)
        yield pairs(a.space_check(*rest, shielded), True)
        yield pairs(a.separation_check(b, *rest, shielded), False)
        yield pairs(a.enclosed_check(b, *rest, shielded), False)
        yield pairs(a.overlap_check(b, *rest, shielded), False)


with open(folder + "/cases.json") as cases, open(folder + "/answers.txt", "w") as out:
    for case in json.load(cases):
        for answer in judge(case):
            out.write(" ".join(",".join(map(str, p)) for p in answer) + "\n")
