# The area that each case covers of each of its windows, one line for each case.
import json

import pya


def region(polygons):
    all_ = pya.Region()
    for outlines in polygons:
        polygon = pya.Polygon([pya.Point(*p) for p in outlines[0]])
        for hole in outlines[1:]:
            polygon.insert_hole([pya.Point(*p) for p in hole])
        all_.insert(polygon)
    return all_


with open(folder + "/cases.json") as cases, open(folder + "/answers.txt", "w") as out:
    for case in json.load(cases):
        drawn = region(case["polygons"])
        areas = [(drawn & pya.Region(pya.Box(*w))).area() for w in case["windows"]]
        out.write(" ".join(map(str, areas)) + "\n")
