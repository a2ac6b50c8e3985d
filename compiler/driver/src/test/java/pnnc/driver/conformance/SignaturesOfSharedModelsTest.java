package pnnc.driver.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pnnc.ir.network.SignatureVerifier;

class SignaturesOfSharedModelsTest {
  /** Also those that ONNX Runtime has no kernel for: their form is right. */
  @Test
  void noPublishedModelIsSaidToBeMalformed() {
    Map<String, Object> faults = new TreeMap<>();
    for (ModelCase model : SharedModels.all()) {
      try {
        var found = SignatureVerifier.verify(Road.read(model));
        if (!found.isEmpty()) {
          faults.put(model.name(), found);
        }
      } catch (RuntimeException e) {
        faults.put(model.name(), e.getMessage());
      }
    }
    assertThat(faults).isEmpty();
  }
}
