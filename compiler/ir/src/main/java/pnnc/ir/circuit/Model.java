package pnnc.ir.circuit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model card: numbers that many devices share.
 *
 * @param name what devices call it
 * @param kind which equations it feeds, {@code reram} or {@code strip-waveguide}
 * @param parameters finite, with the unit in the name: {@code sheet_ohm}
 */
public record Model(String name, String kind, Map<String, Double> parameters) {
  public Model {
    Names.require(name, "a model");
    Names.require(kind, "the kind of model `" + name + "`");
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    parameters.forEach(
        (key, value) -> {
          if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                "parameter %s of model `%s` is %s".formatted(key, name, value));
          }
        });
  }
}
