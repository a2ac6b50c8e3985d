package pnnc.driver.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import pnnc.ir.network.Tensor;

/**
 * What a network is fed once.
 *
 * @param index 0-based position in the data
 * @param inputs by name of the input, in the order the inputs were asked for
 * @param label the class the sample belongs to, if the data say
 */
public record Sample(long index, Map<String, Tensor> inputs, OptionalLong label) {
  public Sample {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
  }
}
