# Compares regions and paths with KLayout's: klayout -b -r against_klayout.py -rd cases=F.json -rd out=G.txt
# One line a case: its name, the area where the two differ, the perimeter and the area of KLayout's.
import json
import pya


def region(polygons):
    r = pya.Region()
    for outlines in polygons:
        p = pya.Polygon(points(outlines[0]), True)
        for hole in outlines[1:]:
            p.insert_hole(points(hole))
        r.insert(p)
    r.min_coherence = False
    return r


def points(xy):
    return [pya.Point(xy[i], xy[i + 1]) for i in range(0, len(xy), 2)]


def path(c):
    style = c["style"]
    return pya.Region(pya.Path(points(c["line"]), style[0], style[1], style[2], style[3] == 1).polygon())


def expected(c):
    op = c["op"]
    if op == "path":
        return path(c)
    a = region(c["a"]).merged()
    if op == "size":
        return a.sized(c["by"][0], c["by"][1], 2).merged()
    b = region(c["b"]).merged()
    return {
        "or": lambda: (a + b).merged(),
        "and": lambda: a & b,
        "not": lambda: a - b,
        "xor": lambda: a ^ b,
        "interacting": lambda: a.interacting(b),
        "inside": lambda: a.inside(b),
    }[op]()


with open(cases) as f, open(out, "w") as g:
    for c in json.load(f):
        theirs = expected(c).merged()
        ours = region(c["ours"]).merged()
        g.write("%s %d %d %d\n" % (c["name"], (theirs ^ ours).area(), theirs.perimeter(), theirs.area()))
