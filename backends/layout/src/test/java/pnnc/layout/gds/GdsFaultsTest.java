package pnnc.layout.gds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Place;
import pnnc.layout.model.Geometry;
import pnnc.layout.model.LayoutBuilder;

class GdsFaultsTest {
  private static String fault(byte[] bytes, GdsMode mode) {
    DiagnosedException e =
        catchThrowableOfType(DiagnosedException.class, () -> GdsFiles.layout(bytes, mode));
    assertThat(e).as("a fault").isNotNull();
    assertThat(e.diagnostics()).hasSize(1);
    Place place = e.diagnostics().get(0).place().orElseThrow();
    return e.getMessage() + " @ " + place.describe().replace("test.gds at byte ", "");
  }

  private static String fault(GdsBytes bytes) {
    return fault(bytes.bytes(), GdsMode.TOLERANT);
  }

  private static GdsBytes reference() {
    return GdsBytes.cell().mark(GdsRecord.SREF).text(GdsRecord.SNAME, "TOP");
  }

  private static GdsBytes array(int columns, int rows) {
    return GdsBytes.cell()
        .mark(GdsRecord.AREF)
        .text(GdsRecord.SNAME, "LEAF")
        .shorts(GdsRecord.COLROW, columns, rows);
  }

  @Test
  void whatIsNoStreamIsRefused() {
    assertThat(fault(new byte[0], GdsMode.TOLERANT))
        .isEqualTo(
            "PNN5001: this is no GDSII stream: it begins with nothing, not with a HEADER record"
                + " @ 0");
    byte[] oasis = "%SEMI-OASIS\r\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(fault(oasis, GdsMode.TOLERANT)).startsWith("PNN5001").contains("25 53 45 4d");
  }

  @Test
  void aStreamThatEndsEarlyIsRefused() {
    assertThat(fault(GdsBytes.cell()))
        .isEqualTo("PNN5002: the stream ends in the middle of the library @ 98");
    assertThat(fault(GdsBytes.cell().head(GdsRecord.XY.code(), 65_000)))
        .isEqualTo("PNN5002: the stream ends in the middle of a record XY @ 98");
  }

  @Test
  void recordsThatCannotBeAreRefused() {
    assertThat(fault(GdsBytes.cell().head(0x0801, 2).raw(new byte[2])))
        .isEqualTo("PNN5003: there is no record of kind 8 with data type 1 and 6 bytes @ 98");
    for (int length : new int[] {-4, -1, 1}) {
      assertThat(fault(GdsBytes.cell().head(0x0800, length).raw(new byte[9])))
          .startsWith("PNN5003");
    }
    assertThat(fault(GdsBytes.cell().head(0x4000, 0))).startsWith("PNN5003");
  }

  @Test
  void recordsOutOfPlaceAreRefused() {
    assertThat(fault(GdsBytes.file().mark(GdsRecord.BOUNDARY)))
        .isEqualTo("PNN5004: found BOUNDARY where the head of a library belongs @ 62");
    assertThat(fault(GdsBytes.cell().mark(GdsRecord.BOUNDARY).mark(GdsRecord.ENDEL)))
        .contains("PNN5004: found ENDEL where LAYER of BOUNDARY belongs");
    assertThat(fault(GdsBytes.cell().mark(GdsRecord.BOUNDARY).shorts(GdsRecord.COLROW, 1, 1)))
        .contains("found COLROW where the rest of BOUNDARY belongs");
    assertThat(fault(reference().text(GdsRecord.SNAME, "B"))).contains("found SNAME");
    assertThat(fault(reference().ints(GdsRecord.XY, 1, 2, 3, 4).end()))
        .contains("found 2 points where 1 in the record XY belongs");
    assertThat(fault(GdsBytes.cell().mark(GdsRecord.ENDLIB)))
        .contains("found ENDLIB where an element or ENDSTR belongs");
    assertThat(fault(new GdsBytes().shorts(GdsRecord.HEADER, 5).mark(GdsRecord.ENDLIB)))
        .contains("found ENDLIB where UNITS belongs");
    assertThat(fault(GdsBytes.cell().mark(GdsRecord.ENDSTR).mark(GdsRecord.ENDEL)))
        .contains("found ENDEL where BGNSTR or ENDLIB belongs");
    assertThat(fault(GdsBytes.file().shorts(GdsRecord.BGNSTR, new int[12]).mark(GdsRecord.PATH)))
        .contains("found PATH where STRNAME belongs");
  }

  @Test
  void valuesWithoutMeaningAreRefused() {
    assertThat(fault(reference().bits(GdsRecord.STRANS, 0).reals(GdsRecord.MAG, 0)))
        .contains("PNN5005: the magnification is 0.0, which has no meaning");
    assertThat(fault(array(0, 5))).contains("the array is 0 by 5");
    assertThat(fault(array(3, 1).ints(GdsRecord.XY, 9, 0, Integer.MIN_VALUE, 0, 0, 0).end()))
        .contains("PNN5006: 3 steps do not divide the distance -2147483657,0 of an array");
    assertThat(
            fault(array(1, 2).ints(GdsRecord.XY, 2_000_000_000, 0, 0, 0, 2_147_483_646, 0).end()))
        .contains("PNN5011");
    assertThat(
            fault(
                array(2, 2)
                    .ints(GdsRecord.XY, 0, 0, 2_147_483_646, 0, 2_147_483_646, 0, 0, 0)
                    .end()))
        .contains("found 4 points");
    assertThat(
            fault(array(4, 4).ints(GdsRecord.XY, 0, 0, 2_147_483_644, 0, 2_147_483_644, 0).end()))
        .contains("the array is wider than 32 bits");
    GdsBytes path = GdsBytes.cell().mark(GdsRecord.PATH).layer(GdsRecord.DATATYPE);
    assertThat(fault(path.shorts(GdsRecord.PATHTYPE, 3).ints(GdsRecord.XY, 0, 0, 1, 1).end()))
        .contains("the path is of type 3, width 0");
    assertThat(
            fault(
                new GdsBytes()
                    .shorts(GdsRecord.HEADER, 600)
                    .reals(GdsRecord.UNITS, 0, 0)
                    .mark(GdsRecord.ENDLIB)))
        .contains("the database unit is 0.0 m");
    GdsBytes odd = GdsBytes.cell().mark(GdsRecord.BOUNDARY).layer(GdsRecord.DATATYPE);
    assertThat(fault(odd.ints(GdsRecord.XY, 1, 2, 3).end())).contains("XY is 3 numbers");
  }

  @Test
  void absoluteReferencesAreRefused() {
    assertThat(fault(reference().bits(GdsRecord.STRANS, 4).ints(GdsRecord.XY, 0, 0).end()))
        .contains("PNN5007: the reference to `TOP` has an absolute magnification");
    assertThat(fault(reference().bits(GdsRecord.STRANS, 2).ints(GdsRecord.XY, 0, 0).end()))
        .contains("absolute angle");
  }

  @Test
  void theCellsMustFit() {
    assertThat(fault(reference().ints(GdsRecord.XY, 0, 0).end()))
        .startsWith("PNN5012: cells contain each other in a circle");
    assertThat(
            fault(
                GdsBytes.cell()
                    .mark(GdsRecord.SREF)
                    .text(GdsRecord.SNAME, "LEAF")
                    .ints(GdsRecord.XY, 0, 0)
                    .end()))
        .isEqualTo("PNN5011: the cell `LEAF` is used but not in the file @ 102");
    assertThat(
            fault(
                GdsBytes.cell()
                    .mark(GdsRecord.ENDSTR)
                    .shorts(GdsRecord.BGNSTR, new int[12])
                    .text(GdsRecord.STRNAME, "TOP")))
        .isEqualTo("PNN5010: there are two cells called `TOP` @ 130");
  }

  @Test
  void everyKindOfRecordIsReadOrPassedOver() {
    LayoutBuilder builder = new LayoutBuilder();
    List<Diagnostic> warnings =
        GdsReader.read(ByteSource.of("all.gds", GdsBytes.everything()), GdsMode.STRICT, builder);
    assertThat(Geometry.of(builder.build()).get("LEAF"))
        .containsExactly(
            "box 68/20 0,0 5,9",
            "label 68/20 1,2 pin",
            "path 68/20 PathStyle[width=10, begin=3, end=-2, isRound=false] [0, 0, 50, 0]",
            "polygon 68/20 [0, 0, 0, 9, 9, 0]" + " [Property[name=3, values=[Text[text=odd]]]]");
    assertThat(Geometry.of(builder.build()).get("TOP"))
        .contains("reference LEAF mirrored 270.0 x0.5 5,6", "reference LEAF plain 0.0 x1.0 18,22");
    assertThat(warnings)
        .extracting(Diagnostic::message)
        .containsExactly(
            "passed over nodes, which are no geometry (1 times)",
            "passed over the wish that magnification leave a path's width alone (1 times)",
            "passed over the wish that a label not turn or grow with its cell (1 times)",
            "passed over how labels are turned, which layouts here do not keep (1 times)");
  }

  @Test
  void itIsSaidThatLabelsAreTurned() {
    GdsBytes turned = GdsBytes.cell();
    for (int mirrored : new int[] {0, 0x8000}) {
      turned.mark(GdsRecord.TEXT).shorts(GdsRecord.LAYER, 68).shorts(GdsRecord.TEXTTYPE, 5);
      turned.bits(GdsRecord.STRANS, mirrored).ints(GdsRecord.XY, 1, 2).text(GdsRecord.STRING, "A");
      turned.mark(GdsRecord.ENDEL);
    }
    List<Diagnostic> warnings =
        GdsReader.read(
            ByteSource.of(
                "turned.gds", turned.mark(GdsRecord.ENDSTR).mark(GdsRecord.ENDLIB).bytes()),
            GdsMode.TOLERANT,
            new LayoutBuilder());
    assertThat(warnings)
        .extracting(Diagnostic::message)
        .containsExactly(
            "passed over how labels are turned, which layouts here do not keep (1 times)");
  }

  @Test
  void whatOthersWriteIsReadUnlessStrict() {
    GdsBytes open = GdsBytes.cell().mark(GdsRecord.BOUNDARY).shorts(GdsRecord.DATATYPE, 0);
    open.shorts(GdsRecord.LAYER, 40_000).ints(GdsRecord.XY, 0, 0, 9, 0);
    byte[] bytes = open.ints(GdsRecord.XY, 5, 9).end().raw(new byte[] {0, 0, 7}).bytes();
    assertThat(Geometry.of(GdsFiles.layout(bytes)).get("TOP"))
        .containsExactly("polygon 40000/0 [0, 0, 5, 9, 9, 0]");
    assertThat(fault(bytes, GdsMode.STRICT))
        .isEqualTo("PNN5008: the GDSII standard does not allow LAYER behind DATATYPE @ 108");
  }

  @Test
  void strictModeRefusesWhatTheStandardDoes() {
    strict(
        GdsBytes.cell().mark(GdsRecord.ENDSTR).mark(GdsRecord.ENDLIB).raw(new byte[] {1}), "end");
    strict(GdsBytes.file().shorts(GdsRecord.GENERATIONS, 3), "GENERATIONS behind UNITS");
    strict(GdsBytes.cell().shorts(GdsRecord.PROPATTR, 1), "properties of cells");
    strict(
        GdsBytes.file().shorts(GdsRecord.BGNSTR, new int[12]).text(GdsRecord.STRNAME, "a b"),
        "the name `a b`");
    GdsBytes longPath = GdsBytes.cell().mark(GdsRecord.PATH).layer(GdsRecord.DATATYPE);
    strict(longPath.ints(GdsRecord.XY, new int[8192]), "records of more than 32,767 bytes");
    GdsBytes open = GdsBytes.cell().mark(GdsRecord.BOUNDARY).layer(GdsRecord.DATATYPE);
    strict(open.ints(GdsRecord.XY, 0, 0, 9, 0, 0, 9).end(), "a polygon that is not closed");
    GdsBytes point = GdsBytes.cell().mark(GdsRecord.PATH).layer(GdsRecord.DATATYPE);
    strict(point.ints(GdsRecord.XY, 0, 0).end(), "a path of one point");
    strict(GdsBytes.cell().mark(GdsRecord.PATH).shorts(GdsRecord.LAYER, -1), "the number -1");
  }

  private static void strict(GdsBytes bytes, String what) {
    assertThat(fault(bytes.bytes(), GdsMode.STRICT)).startsWith("PNN5008").contains(what);
  }

  @Test
  void flatPolygonsAndRestsArePassedOver() {
    GdsBytes flat = GdsBytes.cell().mark(GdsRecord.BOUNDARY).layer(GdsRecord.DATATYPE);
    byte[] bytes = flat.ints(GdsRecord.XY, 0, 0, 9, 9, 0, 0).end().raw(new byte[] {1}).bytes();
    LayoutBuilder builder = new LayoutBuilder();
    assertThat(GdsReader.read(ByteSource.of("a.gds", bytes), GdsMode.TOLERANT, builder))
        .extracting(Diagnostic::message)
        .containsExactly(
            "passed over polygons of fewer than three corners (1 times)",
            "passed over bytes behind the end (1 times)");
    assertThat(builder.build().cells().get(0).elements()).isEmpty();
  }
}
