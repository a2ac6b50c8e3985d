package pnnc.driver.compile;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import pnnc.backend.Extractor;
import pnnc.ir.netlist.Netlist;

/**
 * Remembers what was extracted, for chips that are all read from the same drawing. Only the first
 * units are kept, so that memory does not grow with the design; the others are read again.
 */
final class KeptNetlists implements Extractor.Die {
  /** Units kept: with 128 x 128 cells each, some 200 MiB. */
  private static final int MOST = 256;

  private final Extractor.Die die;
  private final Map<String, Netlist> kept = new HashMap<>();

  KeptNetlists(Extractor.Die die) {
    this.die = die;
  }

  @Override
  public Netlist extract(String unit) throws IOException {
    Netlist known = kept.get(unit);
    if (known != null) {
      return known;
    }
    Netlist read = die.extract(unit);
    if (kept.size() < MOST) {
      kept.put(unit, read);
    }
    return read;
  }

  @Override
  public OptionalDouble areaUm2() {
    return die.areaUm2();
  }
}
