# What breaks the rules of a file in the layouts beside it, as KLayout merges them by default: a line
# for each layout and rule, of polygons counter-clockwise, lines and points, "x,y,x,y" each. Behind
# a "|" follow pairs of borders: all that there are, whatever lies between.
import json
import math

import pya

E = pya.Region.Euclidian


def hull(p):
    return [c for q in reversed(list(p.each_point_hull())) for c in (q.x, q.y)]


def merged(region):
    """Anew: what comes of operations counts as merged, but may be apart at corners."""
    all_ = pya.Region()
    for p in region.each():
        all_.insert(p)
    return all_.merged()


def hulls(region):
    return [hull(p) for p in merged(region).each()]


def twice_area(points):
    ends = zip(points, points[1:] + points[:1])
    return abs(sum(p.x * q.y - p.y * q.x for p, q in ends))


def pairs(found):
    return [
        [p.first.x1, p.first.y1, p.first.x2, p.first.y2]
        + [p.second.x1, p.second.y1, p.second.x2, p.second.y2]
        for p in found.each()
    ]


def area(a, b, r):
    return [hull(p) for p in a.each() if p.area2() < 2 * r["n"]], list


def hole(a, b, r):
    found = []
    for p in a.each():
        for h in range(p.holes()):
            points = list(p.each_point_hole(h))
            if twice_area(points) < 2 * r["n"]:
                found.append([c for q in points for c in (q.x, q.y)])
    return found, list


def size(a, b, r):
    square = lambda p: p.is_box() and p.bbox().width() == p.bbox().height() == r["n"]
    return [hull(p) for p in a.each() if not square(p)], list


def rectangle(a, b, r):
    found = hulls(a.non_rectangles())
    for p in a.rectangles().each():
        box = p.bbox()
        if max(box.width(), box.height()) > r["n"] * min(box.width(), box.height()):
            found.append(hull(p))
    return found, list


def angles(a, b, r):
    found = []
    for e in [e for p in a.each() for e in p.each_edge()]:  # a.edges() joins those that kiss
        dx, dy = abs(e.dx()), abs(e.dy())
        if dx and dy and (r["n"] == 90 or dx != dy):
            found.append([e.x1, e.y1, e.x2, e.y2])
    sharp = 180 - r["corner"]
    for c in (a.corners(sharp, 180, 1, False, True), a.corners(-180, -sharp, 1, True, False)):
        c.merged_semantics = False
        found += [[p.bbox().center().x, p.bbox().center().y] for p in c.each()]
    return found, list


def grid(a, b, r):
    points = a.grid_check(r["n"], r["n"])
    return [[p.first.x1, p.first.y1] for p in points.each()], list


def opened(a, most):
    twice = a.transformed(pya.ICplxTrans(2.0))
    wide = twice.sized(-most, 2).sized(most, 2) & twice
    return wide.transformed(pya.ICplxTrans(0.5)).merged()


def max_width(a, b, r):
    return hulls(opened(a, r["n"])), list


def wide_space(a, b, r):
    wide = opened(a, r["wide"])
    return [], lambda: pairs(wide.separation_check(a, r["n"], False, E, None, None, None, False))


def split(a, b):
    """Shapes of a that touch b, and those that do not: tips that touch, KLayout merges but says
    of some that they do not interact."""
    touching, apart = a.interacting(b), pya.Region()
    for p in a.not_interacting(b).each():
        one = pya.Region()
        one.insert(p)
        near = b.interacting(pya.Region(p.bbox().enlarged(1, 1)))
        (touching if (one + near).merged().count() <= near.count() else apart).insert(p)
    return touching, apart


def partner(a, b, r):
    return hulls(split(a, b)[1]), list


def exclusion(a, b, r):
    return hulls(a & b), list


def key(box):
    return (box.left, box.bottom, box.right, box.top)


def boxes_inside(boxes, b):
    """Which of some boxes lie in b."""
    all_ = pya.Region()
    all_.merged_semantics = False
    for box in boxes:
        all_.insert(box)
    return {key(p.bbox()) for p in all_.inside(b).each()}


def enclosure(a, b, r):
    of = split(a, b)[0] if r["touching"] else a
    found = hulls(of - b)
    if "ends" in r:
        inner = list(of.inside(b).each())
        wide = [p.bbox().enlarged(r["ends"], 0) for p in inner]
        high = [p.bbox().enlarged(0, r["ends"]) for p in inner]
        good = boxes_inside(wide + high, b)
        for p, w, h in zip(inner, wide, high):
            if key(w) not in good and key(h) not in good:
                found.append(hull(p))
    return found, lambda: pairs(of.enclosed_check(b, r["n"], False, E, None, None, None, False))


def runs(edges):
    after = {(e.x1, e.y1): e for e in edges}
    ends = {(e.x2, e.y2) for e in edges}
    while after:
        start = next((p for p in after if p not in ends), next(iter(after)))
        run = []
        while start in after:
            run.append(after.pop(start))
            start = (run[-1].x2, run[-1].y2)
        ends -= {(e.x2, e.y2) for e in run}
        yield run


def bends_around(run):
    turned = 0
    for e, f in zip(run, run[1:]):
        u, v = e.d(), f.d()
        turn = math.degrees(math.atan2(u.x * v.y - u.y * v.x, u.x * v.x + u.y * v.y))
        turned = max(0, turned - turn)
        if turned > 90.0001:
            return True
    return False


def extension(a, b, r):
    found = []
    whole = set(map(str, a.each()))
    common = merged(a & b)
    entries = list((common.edges() & b.edges()).each())
    for p in common.each():
        box, own = p.bbox(), pya.Region(p).edges()
        near = pya.Edges()
        for e in entries:
            if e.bbox().inside(box):
                near.insert(e)
        all_ = list(runs(list((own & near).each())))
        if str(p) not in whole and len(all_) == 1 and not bends_around(all_[0]):
            found.append(hull(p))
    return found, lambda: pairs(b.enclosed_check(a, r["n"], False, E, None, None, None, False))


def line(numbers):
    return " ".join(",".join(map(str, n)) for n in numbers)


with open(folder + "/cases.json") as cases, open(folder + "/answers.txt", "w") as out:
    for case in json.load(cases):
        layout = pya.Layout()
        layout.read(folder + "/" + case["file"])
        top = layout.cell("top")
        layers = {
            name: pya.Region(top.begin_shapes_rec(layout.layer(number, 0))).merged()
            for name, number in (("a", 1), ("b", 2))
        }
        for rule in case["rules"]:
            a, b = layers[rule["first"]], layers[rule["second"]]
            found, near = globals()[rule["kind"]](a, b, rule)
            out.write(line(found) + "|" + line(near() if case["pairs"] else []) + "\n")
