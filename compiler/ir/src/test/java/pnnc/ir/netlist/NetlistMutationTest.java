package pnnc.ir.netlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.diagnostics.DiagnosedException;

/** Damaged texts are read or refused with a code; nothing else happens. */
class NetlistMutationTest {
  private static final String PIECES = "{}[]=*%@\"#\\ \n-.0123456789eabcmu_/\u00e9\ud800";

  static LongStream seeds() {
    return Seeds.upTo(600);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void damagedTextIsReadOrRefused(long seed) {
    for (String example : ExampleNetlists.ALL) {
      String text = damage(example, new Random(seed));
      try {
        Netlist read = NetlistText.parse("damaged", text);
        NetlistVerifier.check(read);
        assertThat(NetlistText.parse("again", NetlistText.print(read)))
            .as("seed %d%n%s", seed, text)
            .isEqualTo(read);
      } catch (DiagnosedException refused) {
        assertThat(refused.diagnostics().get(0).code().id())
            .as("seed %d%n%s", seed, text)
            .isIn("PNN1001", "PNN1002");
      }
    }
  }

  private static String damage(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 1 + random.nextInt(3); i > 0 && out.length() > 1; i--) {
      int at = random.nextInt(out.length());
      int end = Math.min(out.length(), at + 1 + random.nextInt(4));
      switch (random.nextInt(5)) {
        case 0 -> out.delete(at, end);
        case 1 -> out.insert(at, piece(random));
        case 2 -> out.setCharAt(at, piece(random));
        case 3 -> out.insert(random.nextInt(out.length()), out.substring(at, end));
        default -> out.setLength(random.nextInt(4) == 0 ? at : out.length());
      }
    }
    return out.toString();
  }

  private static char piece(Random random) {
    return PIECES.charAt(random.nextInt(PIECES.length()));
  }
}
