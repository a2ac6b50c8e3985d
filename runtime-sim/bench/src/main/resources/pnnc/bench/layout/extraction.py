# Times KLayout's extraction of tiles.gds: klayout -b -r extraction.py -rd folder=DIR -rd repeats=N
# Prints the median of the seconds and how many nets the tile has. Memories are pieces of their own.
import statistics
import time
import pya

layout = pya.Layout()
layout.read(folder + "/tiles.gds")
names = ["diff", "poly", "licon", "met1", "via", "met2", "mem"]


def run():
    start = time.perf_counter()
    l2n = pya.LayoutToNetlist(pya.RecursiveShapeIterator(layout, layout.top_cell(), []))
    l2n.threads = 1
    layer = {n: l2n.make_polygon_layer(layout.layer(i + 1, 0), n) for i, n in enumerate(names)}
    gate = layer["poly"] & layer["diff"]
    ends = layer["diff"] - layer["poly"]
    memory = layer["via"] & layer["mem"]
    via = layer["via"] - layer["mem"]
    l2n.extract_devices(
        pya.DeviceExtractorMOS3Transistor("fet"),
        {"SD": ends, "G": gate, "tS": ends, "tD": ends, "tG": layer["poly"]})
    l2n.register(ends, "ends")
    l2n.register(memory, "memory")
    l2n.register(via, "plain_via")
    for plane in (ends, layer["poly"], layer["licon"], layer["met1"], via, layer["met2"], memory):
        l2n.connect(plane)
    for a, b in ((layer["licon"], ends), (layer["licon"], layer["met1"]), (via, layer["met1"]), (via, layer["met2"])):
        l2n.connect(a, b)
    l2n.extract_netlist()
    seconds = time.perf_counter() - start
    tile = l2n.netlist().circuit_by_name("tile")
    return seconds, sum(1 for _ in tile.each_net())


runs = [run() for _ in range(int(repeats))]
print(statistics.median(r[0] for r in runs), runs[0][1])
