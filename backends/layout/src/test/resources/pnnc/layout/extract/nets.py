# Extracts layouts with KLayout: klayout -b -r nets.py -rd folder=FOLDER
# Each case is NAME.gds and NAME.json: masks by name, conductors with what is taken of them, electrodes
# (bodies that a mask touches), connections, and points. NAME.out gets the net at each point, then the
# number of pieces of each body.
import glob
import json

import pya


def merged(region):
    region.min_coherence = True
    return region.merged()


for path in sorted(glob.glob(folder + "/*.json")):
    case = json.load(open(path))
    layout = pya.Layout()
    layout.read(path[:-4] + "gds")
    top = layout.cell(case["top"])
    top.flatten(-1, True)
    l2n = pya.LayoutToNetlist(pya.RecursiveShapeIterator(layout, top, []))
    drawn = {name: l2n.make_polygon_layer(layout.layer(*at), name) for name, at in case["masks"].items()}
    bodies = {}
    for name, body in case["bodies"].items():
        region = drawn[body["inside"][0]]
        for other in body["inside"][1:]:
            region = region & drawn[other]
        for other in body["outside"]:
            region = region - drawn[other]
        bodies[name] = region
    planes = {}
    for name, taken in case["conductors"].items():
        region = drawn[name]
        for body in taken:
            region = region - bodies[body]
        planes[name] = region
    for name, body in case["electrodes"].items():
        planes[name] = bodies[body].dup()
    for name, region in planes.items():
        if region is not drawn.get(name):
            l2n.register(region, "plane_" + name)
        l2n.connect(region)
    for a, b in case["connections"]:
        l2n.connect(planes[a], planes[b])
    l2n.extract_netlist()
    numbers = {}
    with open(path[:-4] + "out", "w") as out:
        for name, x, y in case["points"]:
            net = l2n.probe_net(planes[name], pya.Point(x, y))
            key = net.cluster_id if net else -1
            out.write("%d\n" % (numbers.setdefault(key, len(numbers)) if net else -1))
        for name in sorted(bodies):
            out.write("%s %d\n" % (name, merged(bodies[name]).count()))
