package pnnc.layout.oasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Circles;
import pnnc.layout.model.Element;
import pnnc.layout.model.Layout;
import pnnc.layout.model.Property;

class OasisFaultsTest {
  /** Where the records of the cell of a {@link HandMade} file begin. */
  private static final int BODY = 37;

  static Diagnostic fault(byte[] bytes) {
    DiagnosedException e =
        catchThrowableOfType(
            DiagnosedException.class,
            () -> new OasisReader().read(ByteSource.of("x.oas", bytes), new Nowhere()));
    assertThat(e).isNotNull();
    assertThat(e.diagnostics()).hasSize(1);
    return e.diagnostics().get(0);
  }

  private static HandMade cell() {
    return new HandMade().cell("A");
  }

  private static void refused(byte[] bytes, DiagnosticCode code, String message, long offset) {
    Diagnostic fault = fault(bytes);
    assertThat(fault.message()).contains(message);
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.place()).contains(new Place.ByteOffset("x.oas", offset));
  }

  @Test
  void whatIsNoOasisIsRefused() {
    refused(new byte[0], DiagnosticCode.OASIS_NOT_OASIS, "no OASIS file", 0);
    refused(
        "%SEMI-OASIS".getBytes(StandardCharsets.US_ASCII),
        DiagnosticCode.OASIS_NOT_OASIS,
        "no OASIS file",
        0);
  }

  @Test
  void filesThatWereCutOffAreRefused() {
    byte[] whole = cell().end();
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    refused(cut, DiagnosticCode.OASIS_TRUNCATED, "no END record", cut.length);
  }

  @Test
  void whatIsWrongIsSaid() {
    refused(cell().bytes(99).end(), DiagnosticCode.OASIS_MALFORMED, "type 99", BODY + 1);
    refused(
        cell().bytes(20, 0).end(),
        DiagnosticCode.OASIS_MALFORMED,
        "leaves out its width",
        BODY + 2);
    refused(
        cell().bytes(20, 0x64, 1, 1, 0).end(),
        DiagnosticCode.OASIS_MALFORMED,
        "last repetition",
        BODY + 5);
    refused(
        cell().cell("A").end(), DiagnosticCode.OASIS_CELL_TWICE, "cell `A` comes twice", BODY + 3);
    refused(
        cell().bytes(17, 0x80).string("B").end(),
        DiagnosticCode.OASIS_CELL_MISSING,
        "cell `B` is placed",
        BODY + 4);
    refused(
        cell().bytes(17, 0xc0, 7).end(),
        DiagnosticCode.OASIS_NAME_MISSING,
        "cell name number 7",
        BODY + 3);
  }

  @Test
  void numbersBeyondTheGridAreRefused() {
    refused(
        cell().bytes(20, 0x7b, 1, 1, 1, 1).unsigned(1L << 34).bytes(0).end(),
        DiagnosticCode.OASIS_BEYOND_GRID,
        "the step 8589934592 does not fit into 32 bits",
        BODY + 11);
    refused(
        cell()
            .bytes(20, 0x7b, 1, 1, 1, 1)
            .bytes(255, 255, 255, 255, 255, 255, 255, 255, 255, 3)
            .end(),
        DiagnosticCode.OASIS_BEYOND_GRID,
        "does not fit into 63 bits",
        BODY + 16);
  }

  @Test
  void hostileCountsAreRefusedOrKept() {
    refused(
        cell().bytes(20, 0x67, 1, 1, 1, 1, 10).unsigned(1L << 40).end(),
        DiagnosticCode.OASIS_LIMIT,
        "the number of places of a repetition is 1099511627776, more than the limit of 33554430",
        BODY + 13);
    refused(
        cell().bytes(21, 0x23, 1, 1, 4).unsigned(1L << 40).end(),
        DiagnosticCode.OASIS_LIMIT,
        "the number of points",
        BODY + 11);
    Layout layout =
        OasisFiles.read(
            cell()
                .bytes(20, 0x67, 1, 1, 1, 1, 1)
                .unsigned(999_998)
                .unsigned(999_998)
                .bytes(5, 5)
                .end());
    Repetition often = layout.cells().get(0).elements().get(0).repetition();
    assertThat(often.count()).isEqualTo(1_000_000_000_000L);
  }

  @Test
  void placesOfRepetitionsBeyondTheGridAreRefused() {
    byte[] bytes = cell().bytes(20, 0x67, 1, 1, 1, 1, 2).unsigned(999_998).unsigned(10_000).end();
    assertThat(fault(bytes).code()).isEqualTo(DiagnosticCode.OASIS_BEYOND_GRID);
  }

  @Test
  void blocksThatLieAreRefused() {
    int[] zeros = new int[4000];
    refused(
        cell().block(1 << 20, zeros).end(),
        DiagnosticCode.OASIS_MALFORMED,
        "cannot be the compressed form of 1048576",
        BODY + 6);
    refused(cell().block(3999, zeros).end(), DiagnosticCode.OASIS_MALFORMED, "more data", BODY);
    refused(cell().block(4001, zeros).end(), DiagnosticCode.OASIS_MALFORMED, "fewer data", BODY);
    Diagnostic inside = fault(cell().block(5, 0, 0, 0, 0, 77).end());
    assertThat(inside.place()).contains(new Place.ByteOffset("x.oas", BODY));
    assertThat(inside.help())
        .containsExactly("It is at byte 5 of what the compressed block there holds.");
    OasisLimits small = new OasisLimits(10, 10, 10, 10, 3000);
    DiagnosedException e =
        catchThrowableOfType(
            DiagnosedException.class,
            () ->
                new OasisReader(small)
                    .read(ByteSource.of("x", cell().block(4000, zeros).end()), new Nowhere()));
    assertThat(e).hasMessageContaining("PNN5023");
  }

  @Test
  void propertiesOfAllKindsAreRead() {
    byte[] bytes =
        cell()
            .bytes(20, 0x7b, 1, 2, 10, 20, 6, 9)
            .bytes(28, 0xf6, 5, 9)
            .bytes(0, 7, 1, 7, 2, 4, 3, 4, 4, 3, 4, 5, 3, 4)
            .bytes(8, 9, 9, 9)
            .bytes(13, 1)
            .bytes(29)
            .bytes(28, 0x14, 1, 'k', 10, 2, 'h', 'i')
            .bytes(28, 0x27, 6, 8, 4, 11, 1, 'x')
            .bytes(8)
            .string("P")
            .bytes(5, 8)
            .string(RawProperty.GDS)
            .bytes(6, 10)
            .string("value")
            .bytes(1)
            .end();
    Element box = OasisFiles.read(bytes).cells().get(0).elements().get(0);
    Property first =
        new Property(
            "P",
            List.of(
                real(7),
                real(-7),
                real(0.25),
                real(-0.25),
                real(0.75),
                real(-0.75),
                new Property.Whole(9),
                new Property.Whole(-4),
                new Property.Text("value")));
    List<Property> expected = new ArrayList<>(List.of(first, first));
    expected.add(Property.of("k", "hi"));
    expected.add(Property.of("4", "x"));
    assertThat(box.properties()).isEqualTo(expected);
  }

  private static Property.Value real(double value) {
    return new Property.Real(value);
  }

  @Test
  void circlesAreWithinADbu() {
    for (int radius : new int[] {0, 1, 2, 17, 1000, 1_000_000}) {
      long[] xy = Circles.around(radius);
      for (int i = 0; i < xy.length; i += 2) {
        int j = (i + 2) % xy.length;
        double middle = Math.hypot((xy[i] + xy[j]) / 2.0, (xy[i + 1] + xy[j + 1]) / 2.0);
        assertThat(Math.abs(middle - radius)).as("radius %d", radius).isLessThanOrEqualTo(1);
        assertThat(Math.abs(Math.hypot((double) xy[i], (double) xy[i + 1]) - radius))
            .isLessThan(0.71);
      }
    }
    byte[] circle = cell().bytes(27, 0x3b, 1, 2, 50, 6, 9).end();
    assertThat(OasisFiles.read(circle).cells().get(0).elements())
        .singleElement()
        .isInstanceOfSatisfying(
            Element.Polygon.class, p -> assertThat(p.outline().bounds().width()).isEqualTo(100));
  }
}
