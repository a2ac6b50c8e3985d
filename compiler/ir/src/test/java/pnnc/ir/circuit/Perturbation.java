package pnnc.ir.circuit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pnnc.ir.circuit.Attribute.Scalar;
import pnnc.ir.circuit.Attribute.Series;
import pnnc.ir.circuit.Attribute.Word;
import pnnc.ir.circuit.Attribute.WordList;

/** Makes random devices out of sound ones: other nets, other numbers. */
public final class Perturbation {
  private static final List<String> ODD_NAMES =
      List.of("", "a b", "12", "in[3]", "\"", "\\", "#", "\n", "λ", "e5", "-x", "x/y", "\ud800");

  private final Random random;

  public Perturbation(Random random) {
    this.random = random;
  }

  /** A name that may need quotes. */
  public String name() {
    int pick = random.nextInt(4 * ODD_NAMES.size());
    return pick < ODD_NAMES.size() ? ODD_NAMES.get(pick) : "n" + random.nextInt(20);
  }

  /** A device of the same kind, called {@code name}. */
  public <D extends Device> D device(Dialect<D> dialect, D device, String name) {
    Map<String, Attribute> changed = new LinkedHashMap<>(device.attributes().byKey());
    changed.replaceAll((key, value) -> change(value));
    try {
      return dialect.rebuild(device, name, new Attributes(changed));
    } catch (IllegalArgumentException outOfRange) {
      return dialect.rebuild(device, name, device.attributes());
    }
  }

  private Attribute change(Attribute value) {
    if (value instanceof Word w && w.use() != Attribute.Use.PLAIN) {
      return new Word(name(), w.use());
    }
    if (value instanceof WordList l && l.use().isNet()) {
      return new WordList(l.texts().stream().map(net -> name()).toList(), l.use());
    }
    if (value instanceof Scalar s && s.value() != Math.rint(s.value())) {
      return new Scalar(s.value() * factor(), s.unit());
    }
    if (value instanceof Series s && !s.values().areWhole()) {
      Reals old = s.values();
      Reals changed = Reals.generate(old.size(), i -> old.get(i) * factor());
      return new Series(changed, s.unit(), s.columns());
    }
    return value;
  }

  private double factor() {
    return random.nextInt(4) == 0 ? 1 : Math.scalb(random.nextDouble(), random.nextInt(80) - 40);
  }
}
