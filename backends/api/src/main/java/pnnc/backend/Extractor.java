package pnnc.backend;

import java.io.IOException;
import java.util.OptionalDouble;
import pnnc.ir.netlist.Netlist;

/**
 * Files back to netlists, by geometry and technology alone. What a netlist says must come from the
 * bytes of the layout (and of programming tables, for devices that are programmed); labels may name
 * nets, never connect them.
 */
public interface Extractor {
  /** Opens a design that an {@link Emitter} of the same backend wrote, or that someone changed. */
  Die open(Target target, ArtifactSource files) throws IOException;

  /** A design being read. */
  interface Die {
    /**
     * The netlist of the unit whose cell is called {@code unit}.
     *
     * @throws pnnc.base.diagnostics.DiagnosedException if the layout is damaged or lacks the unit
     */
    Netlist extract(String unit) throws IOException;

    /** Area of what is drawn in square micrometres; empty if unknown. */
    default OptionalDouble areaUm2() {
      return OptionalDouble.empty();
    }
  }
}
