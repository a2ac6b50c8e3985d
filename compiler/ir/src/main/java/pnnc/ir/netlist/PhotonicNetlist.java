package pnnc.ir.netlist;

import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Flattening;
import pnnc.ir.photonic.Band;
import pnnc.ir.photonic.PhotonicDevice;

/**
 * Waveguides and what they join.
 *
 * @param band the wavelengths it is about
 */
public record PhotonicNetlist(Band band, Circuit<PhotonicDevice> circuit)
    implements CircuitNetlist<PhotonicDevice> {
  /** This netlist without hierarchy; see {@link Flattening#flatten}. */
  public PhotonicNetlist flatten(int most) {
    return new PhotonicNetlist(band, Flattening.flatten(circuit, PhotonicDevice.DIALECT, most));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.photonic(this);
  }
}
