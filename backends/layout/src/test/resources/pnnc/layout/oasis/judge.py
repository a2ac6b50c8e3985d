# klayout -b -r judge.py -rd jobs=JOBS -rd out=OUT
# JOBS: one job a line. OUT: one line for each job that failed; empty if all is well.
#   check FILE TEXT   what FILE holds must be what TEXT says
#   make SEED FOLDER  writes random layouts with every option into FOLDER, each with its TEXT
# TEXT: one thing a line, every place of every repetition (TextLayouts.java reads and writes it):
#   cell NAME / b L D x1 y1 x2 y2 / p L D x y ... / w L D width begin end x y ...
#   t L D x y TEXT / r NAME mirrored degrees magnification x y
import collections
import os
import random
import pya


def number(value):
    return repr(round(float(value), 6) + 0.0)


def reference(name, t):
    return " ".join([name, str(int(t.is_mirror())), number(t.angle % 360), number(t.mag),
                     str(int(round(t.disp.x))), str(int(round(t.disp.y)))])


def instances(layout, inst):
    array = inst.cell_inst
    return [reference(layout.cell_name(array.cell_index), t) for t in array.each_cplx_trans()]


def expected(path):
    cells = {}
    for line in open(path):
        kind, rest = line.rstrip("\n").split(" ", 1)
        if kind == "cell":
            cell = cells[rest] = (collections.defaultdict(pya.Region), [], [])
        elif kind == "t":
            cell[1].append(rest)
        elif kind == "r":
            name, m, a, g, x, y = rest.split(" ")
            cell[2].append(" ".join([name, m, number(a), number(g), x, y]))
        else:
            n = [int(v) for v in rest.split(" ")]
            region = cell[0][(n[0], n[1])]
            if kind == "b":
                region.insert(pya.Box(*n[2:]))
            elif kind == "p":
                region.insert(pya.Polygon([pya.Point(*p) for p in zip(n[2::2], n[3::2])], True))
            else:
                points = [pya.Point(*p) for p in zip(n[5::2], n[6::2])]
                region.insert(pya.Path(points, n[2], n[3], n[4]).polygon())
    return cells


def outlines(region):
    """All polygons as KLayout writes the same polygon however it was given; XOR is slow on chaos."""
    again = [pya.Polygon(list(p.each_point_hull())) for p in region.each()] if region else []
    return sorted(str(p) for p in again if p.area() > 0)


def check(file, text):
    layout = pya.Layout()
    layout.read(file)
    cells = expected(text)
    names = sorted(c.name for c in layout.each_cell())
    if names != sorted(cells):
        return "cells %s, expected %s" % (names, sorted(cells))
    for name, (regions, texts, references) in cells.items():
        cell = layout.cell(name)
        found_texts = []
        layers = {}
        for index in layout.layer_indexes():
            info = layout.get_info(index)
            layers[(info.layer, info.datatype)] = pya.Region(
                [s.polygon for s in cell.shapes(index).each()
                 if not s.is_text()])
            for s in cell.shapes(index).each(pya.Shapes.STexts):
                found_texts.append("%d %d %d %d %s" % (info.layer, info.datatype, s.text.x, s.text.y, s.text.string))
        for key in set(layers) | set(regions):
            if outlines(layers.get(key)) == outlines(regions.get(key)):
                continue
            difference = layers.get(key, pya.Region()) ^ regions.get(key, pya.Region())
            if not difference.is_empty():
                return "cell %s layer %s differs: %s" % (name, key, str(difference)[:300])
        if sorted(found_texts) != sorted(texts):
            return "texts of %s: %s" % (name, sorted(set(found_texts) ^ set(texts))[:4])
        found = [r for inst in cell.each_inst() for r in instances(layout, inst)]
        if sorted(found) != sorted(references):
            return "references of %s: %s" % (name, sorted(set(found) ^ set(references))[:4])
    return ""


def fill(cell, layout, rng, children):
    for layer in range(3):
        shapes = cell.shapes(layout.layer(layer + 1, layer))
        for i in range(rng.choice([0, 1, 30])):
            x, y = rng.randint(-9999, 9999), rng.randint(-9999, 9999)
            shapes.insert(pya.Box(x, y, x + rng.choice([10, 10, 30]), y + rng.choice([10, 20])))
        for i in range(rng.choice([0, 12])):
            for j in range(5):
                shapes.insert(pya.Box(i * 70, j * 40, i * 70 + 11, j * 40 + 12))
        for i in range(rng.choice([0, 5])):
            points = [pya.Point(rng.randint(-500, 500), rng.randint(-500, 500)) for k in range(rng.randint(3, 9))]
            polygon = pya.Polygon(points)
            if polygon.num_points_hull() >= 3:
                for k in range(rng.choice([1, 4])):
                    shapes.insert(polygon.moved(k * 1100, k * k * 60))
        for i in range(rng.choice([0, 5])):
            w = 2 * rng.randint(1, 40)
            ends = rng.choice([(0, 0), (w // 2, w // 2), (7, 0), (w // 2, -3)])
            shapes.insert(pya.Path([pya.Point(0, 0), pya.Point(500, 0), pya.Point(500, 300 + i), pya.Point(800, 600 + i)], w, *ends))
        for i in range(rng.choice([0, 6])):
            shapes.insert(pya.Text("n%d" % rng.randint(0, 3), pya.Trans(rng.randint(-99, 99), i * 10)))
        for step in [2, 3]:
            shapes.insert(pya.Polygon([pya.Point(0, 0), pya.Point(0, 30), pya.Point(30 + step, 30), pya.Point(40, 0)]))
    for child in children:
        for i in range(rng.randint(0, 6)):
            t = pya.Trans(rng.randint(0, 3), rng.random() < 0.5, rng.randint(-900, 900), rng.randint(-900, 900))
            kind = rng.randint(0, 3)
            if kind == 0:
                cell.insert(pya.CellInstArray(child.cell_index(), t, pya.Vector(50, rng.choice([0, 3])), pya.Vector(0, 70), 3, 4))
            elif kind == 1:
                cell.insert(pya.CellInstArray(child.cell_index(), pya.ICplxTrans(rng.choice([1.0, 2.5]), rng.choice([30.0, 90.0, 211.5]), False, 10, 20)))
            else:
                for k in range(8):
                    cell.insert(pya.CellInstArray(child.cell_index(), pya.Trans(t.angle, t.is_mirror(), 300 * k, 5)))


def build(seed, is_flat):
    rng = random.Random(seed)
    layout = pya.Layout()
    layout.dbu = rng.choice([0.001, 0.0005, 0.005])
    cells = []
    for i in range(1 if is_flat else 4):
        cell = layout.create_cell("C%d" % i)
        fill(cell, layout, rng, cells)
        for s in cell.shapes(layout.layer(1, 0)).each():
            if rng.random() < 0.2:
                s.set_property(rng.choice(["name", 5]), rng.choice(["text", "other text", 17, -4, 2.5]))
        cells.append(cell)
    return layout


def points(p):
    return " ".join("%d %d" % (q.x, q.y) for q in p)


def shape_line(s, layer):
    if s.is_text():
        return "t %s %d %d %s" % (layer, s.text.x, s.text.y, s.text.string)
    if s.is_path():
        p = s.path
        return "w %s %d %d %d %s" % (layer, p.width, p.bgn_ext, p.end_ext, points(p.each_point()))
    if s.is_box():
        b = s.box
        return "b %s %d %d %d %d" % (layer, b.left, b.bottom, b.right, b.top)
    return "p %s %s" % (layer, points(s.polygon.each_point_hull()))


def describe(layout, path):
    with open(path, "w") as out:
        for cell in layout.each_cell():
            out.write("cell %s\n" % cell.name)
            for index in layout.layer_indexes():
                info = layout.get_info(index)
                layer = "%d %d" % (info.layer, info.datatype)
                for s in cell.shapes(index).each():
                    out.write(shape_line(s, layer) + "\n")
            for inst in cell.each_inst():
                for r in instances(layout, inst):
                    out.write("r %s\n" % r)


def options():
    for level in range(11):
        yield {"compression_level": level, "write_cblocks": level % 2 == 0}
    for level in (0, 2, 10):
        yield {"compression_level": level, "write_cblocks": True, "strict_mode": False}
        yield {"compression_level": level, "write_cblocks": False, "strict_mode": False, "substitution_char": "*"}
        yield {"compression_level": level, "recompress": True, "permissive": True, "write_std_properties": False}
        yield {"compression_level": level, "write_cell_bounding_boxes": True, "write_std_properties": True}


def make(seed, folder):
    for is_flat in (True, False):
        layout = build(int(seed), is_flat)
        stem = "%s/%s%s" % (folder, seed, "flat" if is_flat else "deep")
        describe(layout, stem + ".txt")
        for i, chosen in enumerate(options()):
            save = pya.SaveLayoutOptions()
            save.format = "OASIS"
            for key, value in chosen.items():
                setattr(save, "oasis_" + key, value)
            layout.write("%s.%d.oas" % (stem, i), save)
    return ""


with open(out, "w") as report:
    for line in open(jobs):
        job = line.split()
        try:
            fault = {"check": check, "make": make}[job[0]](*job[1:])
        except Exception as e:
            fault = "%s: %s" % (type(e).__name__, e)
        if fault:
            report.write("%s: %s\n" % (" ".join(job), fault))
