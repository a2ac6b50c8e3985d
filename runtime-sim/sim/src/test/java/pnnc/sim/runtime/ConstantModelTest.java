package pnnc.sim.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;

class ConstantModelTest {
  @Test
  void givesTheOutputs() {
    Tensor constant = Tensor.ofLongs(3, 1, 4);
    assertThat(ConstantModel.evaluate(OnnxWire.constantModel(constant, 21)))
        .isEqualTo(Optional.of(List.of(constant)));
  }

  @Test
  void aModelThatNeedsInputsIsRefused() {
    byte[] model = OnnxWire.castModel(ElementType.F32, ElementType.F64, 21);
    assertThatThrownBy(() -> ConstantModel.evaluate(model)).isInstanceOf(DiagnosedException.class);
  }
}
