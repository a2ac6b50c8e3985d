# KLayout as a judge of GDSII files:  klayout -b -r judge.py -rd todo=compare|make -rd folder=DIR
#
#   compare  reads each F.gds and the description F.txt beside it and says where they differ
#   make     writes layouts of its own as F.gds and what it reads from them again as F.txt
#
# A description has one line for each thing, repetitions written out; properties come before it:
#   cell NAME | prop NUMBER TEXT | box L D l b r t | polygon L D x y … | path L D w begin end round x y …
#   label L D x y TEXT | ref CELL mirrored degrees magnification x y
import collections
import glob
import os
import random
import sys

import pya

folder = globals()["folder"]


def numbers(words):
    v = [int(w) for w in words]
    return [pya.Point(v[i], v[i + 1]) for i in range(0, len(v), 2)]


def shape_of(kind, words):
    if kind == "box":
        return pya.Box(*[int(w) for w in words])
    if kind == "polygon":
        return pya.Polygon(numbers(words))
    if kind == "path":
        w, b, e, r = [int(x) for x in words[:4]]
        return pya.Path(numbers(words[4:]), w, b, e, r == 1)
    return pya.Text(words[2], int(words[0]), int(words[1]))


def load(path):
    layout = pya.Layout()
    cell, props = None, []
    with open(path, encoding="latin-1", newline="\n") as lines:
        for line in lines:
            words = line.rstrip("\n").split(" ")
            kind = words[0]
            if kind == "cell":
                cell = named(layout, words[1])
                continue
            if kind == "prop":
                props.append([int(words[1]), " ".join(words[2:])])
                continue
            pid = layout.properties_id(props) if props else 0
            props = []
            if kind == "ref":
                t = pya.ICplxTrans(float(words[4]), float(words[3]), words[2] == "1", int(words[5]), int(words[6]))
                at = pya.CellInstArray(named(layout, words[1]).cell_index(), t)
                cell.insert(at, pid) if pid else cell.insert(at)
            else:
                shapes = cell.shapes(layout.layer(int(words[1]), int(words[2])))
                s = shape_of(kind, words[3:])
                shapes.insert(s, pid) if pid else shapes.insert(s)
    return layout


def named(layout, name):
    return layout.cell(name) if layout.has_cell(name) else layout.create_cell(name)


def props_of(layout, thing):
    return sorted((str(k), str(v)) for k, v in layout.properties(thing.prop_id)) if thing.prop_id else []


def kind_of(s):
    return "text" if s.is_text() else "path" if s.is_path() else "polygon"


def instances(layout, cell):
    for inst in cell.each_inst():
        t = inst.cplx_trans
        name = layout.cell(inst.cell_index).name
        for j in range(max(1, inst.nb)):
            for i in range(max(1, inst.na)):
                d = inst.a * i + inst.b * j
                x = inst.trans.disp.x + d.x
                y = inst.trans.disp.y + d.y
                yield name, int(t.is_mirror()), t.angle, t.mag, x, y, props_of(layout, inst)


def placed(layout, cell):
    return collections.Counter(
        repr((n, m, round(a, 6) % 360, round(g, 9), x, y, p)) for n, m, a, g, x, y, p in instances(layout, cell))


def drawn(layout, cell, info):
    index = layout.find_layer(info)
    count, polygons, texts = collections.Counter(), collections.Counter(), collections.Counter()
    if index is None:
        return count, polygons, texts
    for s in cell.shapes(index).each():
        count[repr((kind_of(s), props_of(layout, s)))] += 1
        if s.is_text():
            texts[repr((s.text_string, s.text.x, s.text.y))] += 1
        else:
            polygons[s.polygon] += 1
    return count, polygons, texts


def differ(a, b):
    """Whether polygons cover different areas; equal ones have equal corners, and XOR is slow."""
    return a != b and (pya.Region(list(a)) ^ pya.Region(list(b))).area() != 0


def differences(a, b):
    names = {c.name for c in a.each_cell()}
    if names != {c.name for c in b.each_cell()}:
        yield "cells"
        return
    layers = {(i.layer, i.datatype) for x in (a, b) for i in x.layer_infos()}
    for name in sorted(names):
        ca, cb = a.cell(name), b.cell(name)
        if placed(a, ca) != placed(b, cb):
            yield "instances in %s: %s" % (name, (placed(a, ca) - placed(b, cb), placed(b, cb) - placed(a, ca)))
        for layer in sorted(layers):
            (na, ra, ta), (nb, rb, tb) = (drawn(x, c, pya.LayerInfo(*layer)) for x, c in ((a, ca), (b, cb)))
            if ta != tb:
                yield "texts on %s in %s" % (layer, name)
            if na != nb and not split:
                yield "counts on %s in %s: %s" % (layer, name, (na - nb, nb - na))
            if differ(ra, rb):
                yield "shapes on %s in %s" % (layer, name)


def compare():
    global split
    for gds in sorted(glob.glob(os.path.join(folder, "*.gds"))):
        split = os.path.basename(gds).startswith("split")
        options = pya.LoadLayoutOptions()
        options.gds2_allow_big_records = False
        options.gds2_allow_multi_xy_records = False
        layout = pya.Layout()
        layout.read(gds, options)
        for difference in differences(load(gds[:-4] + ".txt"), layout):
            print("%s: %s" % (os.path.basename(gds), difference))
    print("compared")


def describe(layout, path):
    with open(path, "w", encoding="latin-1", newline="\n") as out:
        def prop(thing):
            for k, v in props_of(layout, thing):
                out.write("prop %s %s\n" % (k, v))

        for cell in layout.each_cell():
            out.write("cell %s\n" % cell.name)
            for info in layout.layer_infos():
                head = "%d %d" % (info.layer, info.datatype)
                for s in cell.shapes(layout.find_layer(info)).each():
                    prop(s)
                    if s.is_text():
                        out.write("label %s %d %d %s\n" % (head, s.text.x, s.text.y, s.text_string))
                    elif s.is_box():
                        b = s.box
                        out.write("box %s %d %d %d %d\n" % (head, b.left, b.bottom, b.right, b.top))
                    elif s.is_path():
                        p = s.path
                        points = " ".join("%d %d" % (q.x, q.y) for q in p.each_point())
                        out.write("path %s %d %d %d %d %s\n" % (
                            head, p.width, p.bgn_ext, p.end_ext, p.is_round(), points))
                    else:
                        points = " ".join("%d %d" % (q.x, q.y) for q in s.polygon.each_point_hull())
                        out.write("polygon %s %s\n" % (head, points))
            for inst in cell.each_inst():
                t = inst.cplx_trans
                for j in range(max(1, inst.nb)):
                    for i in range(max(1, inst.na)):
                        d = inst.a * i + inst.b * j
                        prop(inst)
                        out.write("ref %s %d %r %r %d %d\n" % (
                            layout.cell(inst.cell_index).name, t.is_mirror(), t.angle, t.mag,
                            inst.trans.disp.x + d.x, inst.trans.disp.y + d.y))


def sample(seed, flat):
    r = random.Random(seed)
    layout = pya.Layout()
    cells = [layout.create_cell("C%d" % i) for i in range(4)]
    c = lambda n=9999: r.randint(-n, n)
    for depth, cell in enumerate(cells):
        for _ in range(30):
            shapes = cell.shapes(layout.layer(r.randint(1, 4), r.randint(0, 2)))
            pid = layout.properties_id([[r.randint(1, 120), "p%d" % c()]]) if r.random() < 0.2 else 0
            points = [pya.Point(c(), c()) for _ in range(r.randint(3, 12))]
            ext = r.choice([(0, 0), (50, 50), (7, 9), (-3, 0)])
            s = r.choice([
                pya.Box(c(), c(), c(), c()), pya.Polygon(points), pya.Text("t%d" % c(), c(), c()),
                pya.Path(points, 100, ext[0], ext[1], False), pya.Path(points[:3], 100, 50, 50, True)])
            shapes.insert(s, pid) if pid else shapes.insert(s)
        for _ in range(0 if depth == 0 else 8):
            t = pya.ICplxTrans(r.choice([1, 1, 2.5]), r.choice([0, 90, 180, 270, 33.25]), r.random() < 0.5, c(), c())
            inner = cells[r.randrange(depth)].cell_index()
            a, b = pya.Vector(c(500), c(500)), pya.Vector(c(500), c(500))
            array = r.random() < 0.4
            cell.insert(pya.CellInstArray(inner, t, a, b, r.randint(1, 5), r.randint(1, 5)) if array
                        else pya.CellInstArray(inner, t))
    if flat:
        cells[3].flatten(True)
    return layout


def large(points):
    layout = pya.Layout()
    cell = layout.create_cell("LARGE")
    up = [pya.Point(10 * i, 1000 + (i * 7919) % 500) for i in range(points // 2)]
    down = [pya.Point(10 * i, (i * 104729) % 500) for i in reversed(range(points // 2))]
    cell.shapes(layout.layer(1, 0)).insert(pya.Polygon(up + down))
    return layout


def make():
    for seed in range(12):
        write(sample(seed, seed % 3 == 0), "klayout%d" % seed, False, 8000)
    write(large(7000), "large7000", False, 8000)
    write(large(20000), "large20000", False, 8000)
    write(large(7000), "split7000", False, 200)
    write(large(20000), "multi20000", True, 8000)
    print("made")


def write(layout, name, multi, points):
    options = pya.SaveLayoutOptions()
    options.format = "GDS2"
    options.gds2_multi_xy_records = multi
    options.gds2_max_vertex_count = points
    options.gds2_write_timestamps = False
    path = os.path.join(folder, name)
    layout.write(path + ".gds", options)
    again = pya.Layout()
    again.read(path + ".gds")
    describe(again, path + ".txt")


compare() if globals()["todo"] == "compare" else make()
