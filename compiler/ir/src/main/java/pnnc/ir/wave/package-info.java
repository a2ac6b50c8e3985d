/**
 * Wave netlists: glass. A trained volume is a grid of refractive indices; a stack of thin masks or
 * reliefs is the special case that is cheaper to describe. Light starts from sources, picks data up
 * at input planes and ends on detectors.
 *
 * <p>Volumes are large. {@link pnnc.ir.wave.Samples} stay in the file they were read from, and a
 * text may name them instead of holding them.
 *
 * <pre>
 * pnnc-netlist 1 wave "one-mask"
 * space nx=64 ny=64 nz=40 pitch-x=1um pitch-y=1um pitch-z=1um background=1.461
 *   boundary=absorbing absorber=8um
 * detector left x=-10um y=0um z=40um width=8um height=8um
 * phase-mask m x=0um y=0um z=20um nx=2 ny=1 pitch-x=1um pitch-y=1um palette=[0 3.14]rad data=%"AAE="
 * plane-wave light z=0um wavelength=0.532um polarization=0rad power=0.001W tilt-x=0rad tilt-y=0rad
 * </pre>
 *
 * <p>Entries of the text, in the grammar of {@code pnnc.ir.netlist}. {@code number:u} is a number,
 * {@code numbers:u} a list of numbers, in unit {@code u}. Data with a palette are bytes that count
 * its numbers from 0; without, they are little-endian 32-bit floats.
 *
 * <pre>
 * header  = "space" size "pitch-x=" number:um "pitch-y=" number:um "pitch-z=" number:um
 *           "background=" number "boundary=" ("absorbing" | "periodic") "absorber=" number:um
 * element = "volume" name "x0=" number "y0=" number "z0=" number size [ "palette=" numbers ]
 *           "data=" data
 *         | "phase-mask" name plane [ "palette=" numbers:rad ] "data=" data
 *         | "height-map" name plane "material=" number [ "palette=" numbers:um ] "data=" data
 *         | "input-plane" name plane "modulation=" ("amplitude" | "phase")
 *         | "plane-wave" name "z=" number:um beam tilt
 *         | "gaussian-beam" name "x=" number:um "y=" number:um "z=" number:um "waist=" number:um
 *           beam tilt
 *         | "mode-source" name region "order=" number beam
 *         | "detector" name region
 * size    = "nx=" number "ny=" number "nz=" number
 * plane   = "x=" number:um "y=" number:um "z=" number:um "nx=" number "ny=" number
 *           "pitch-x=" number:um "pitch-y=" number:um
 * region  = "x=" number:um "y=" number:um "z=" number:um "width=" number:um "height=" number:um
 * beam    = "wavelength=" number:um "polarization=" number:rad "power=" number:W
 * tilt    = "tilt-x=" number:rad "tilt-y=" number:rad
 * </pre>
 */
package pnnc.ir.wave;
