# Compares a drawn via-ROM tile with its devices in SPICE, in KLayout.
#
#   klayout -b -r lvs.py -rd in=TILE.oas -rd top=CELL -rd ref=UNIT.sp -rd sheet=OHM -rd contact=OHM -rd ends=OHM
#
# Resistors are taken from the polygons: each strip, with the contacts at its two ends. What hangs from a line and
# leads nowhere is left out, strips in series are one resistor, which is a cell with its weight as R. Word lines and
# bit lines are tied by name, so that rows that changed places do not pass as a permutation.
# Prints `match` or `differ`, and how many cells there are.
import pya

LAYERS = {
    "poly": (66, 20), "mark": (66, 13), "high": (79, 20), "licon": (66, 44), "li1": (67, 20), "mcon": (67, 44),
    "met1": (68, 20), "via": (68, 44), "met2": (69, 20),
}
CHAIN = ["contacts", "licon", "li1", "mcon", "met1", "via", "met2"]
TOLERANCE = 1e-6

variables = globals()
layout = pya.Layout()
layout.read(variables["in"])
top = layout.cell(variables["top"])
layout.flatten(top.cell_index(), -1, True)
found = pya.LayoutToNetlist(pya.RecursiveShapeIterator(layout, top, []))
layers = {name: found.make_polygon_layer(layout.layer(*at), name) for name, at in LAYERS.items()}
body = layers["poly"] & layers["mark"] & layers["high"]
layers["contacts"] = layers["poly"] - layers["mark"]
found.register(body, "body")
found.register(layers["contacts"], "contacts")
found.extract_devices(pya.DeviceExtractorResistor("RES", float(variables["sheet"])), {"R": body, "C": layers["contacts"]})
for name in CHAIN:
    found.connect(layers[name])
for lower, upper in zip(CHAIN, CHAIN[1:]):
    found.connect(layers[lower], layers[upper])
for metal, label in (("met1", (68, 5)), ("met2", (69, 5))):
    found.connect(layers[metal], found.make_text_layer(layout.layer(*label), metal + "_label"))
found.extract_netlist()
netlist = found.netlist()
netlist.make_top_level_pins()
tile = netlist.circuit_by_name(top.name)

ENDS = (pya.DeviceClassResistor.TERMINAL_A, pya.DeviceClassResistor.TERMINAL_B)


def leads_nowhere(device):
    nets = [device.net_for_terminal(end) for end in ENDS]
    return any(net is None or (net.terminal_count() == 1 and net.pin_count() == 0) for net in nets)


while True:
    loose = [device for device in tile.each_device() if leads_nowhere(device)]
    if not loose:
        break
    for device in loose:
        tile.remove_device(device)


def add(ohms):
    for device in tile.each_device():
        device.set_parameter("R", device.parameter("R") + ohms)


add(2 * float(variables["contact"]))
netlist.combine_devices()
add(float(variables["ends"]))

reference = pya.Netlist()
reference.read(variables["ref"], pya.NetlistSpiceReader())
meant = reference.circuit_by_name(top.name.upper())
comparer = pya.NetlistComparer()
comparer.same_circuits(tile, meant)
kinds = [n.device_class_by_name("RES") for n in (netlist, reference)]
comparer.same_device_classes(*kinds)
for kind in kinds:
    kind.equal_parameters = pya.EqualDeviceParameters(pya.DeviceClassResistor.PARAM_R, 0, TOLERANCE)
tied = 0
for net in list(meant.each_net()):
    drawn = tile.net_by_name(net.name)
    if drawn:
        comparer.same_nets(tile, meant, drawn, net, True)
        tied += 1
is_same = comparer.compare(netlist, reference)
print("%s %d %d" % ("match" if is_same and tied == meant.pin_count() else "differ", sum(1 for _ in tile.each_device()), tied))
