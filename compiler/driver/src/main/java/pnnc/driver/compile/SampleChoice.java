package pnnc.driver.compile;

import java.util.Optional;
import java.util.OptionalInt;
import pnnc.driver.CompileRequest;
import pnnc.driver.VerifyRequest;
import pnnc.driver.data.DataOptions;

/**
 * Which samples the user wants, and of how many chips.
 *
 * @param data a file of them; empty: made-up ones
 * @param count how many are made up; empty: as many as a verdict needs
 * @param chips judged on them, beside the nominal one
 */
record SampleChoice(Optional<DataOptions> data, OptionalInt count, int chips) {
  static SampleChoice of(CompileRequest request) {
    return new SampleChoice(request.data(), OptionalInt.empty(), 0);
  }

  static SampleChoice of(VerifyRequest request) {
    return new SampleChoice(request.data(), request.samples(), request.chips());
  }
}
