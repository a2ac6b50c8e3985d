package pnnc.frontend.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.base.process.Connection;
import pnnc.base.process.DeviceRule;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Purpose;
import pnnc.base.process.Rule;

/** The technologies of the library as layouts see them. */
class ProcessReaderTest {
  private static ProcessRules standard(String name) {
    return ProcessReader.of(Program.of("").hardware().part("std.tech." + name).orElseThrow());
  }

  private static ProcessRules own(String text) {
    return ProcessReader.of(Program.of(text).hardware().part("t").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "rom130, 29, 100, 9",
    "reram130, 31, 110, 9",
    "soi220, 19, 35, 2",
    "fefet28, 13, 60, 4",
    "glass.silica_fs, 4, 4, 0",
    "glass.resin_2pp, 4, 4, 0"
  })
  void theLibrarysAreComplete(String name, int masks, int rules, int connections) {
    ProcessRules process = standard(name);
    assertThat(process.masks()).hasSize(masks);
    assertThat(process.rules()).hasSizeGreaterThanOrEqualTo(rules);
    assertThat(process.connections()).hasSize(connections);
    assertThat(process.rules()).allMatch(r -> !r.source().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rom130", "reram130", "soi220", "fefet28"})
  void everyWireCanBeDrawnConnectedAndCalculated(String name) {
    ProcessRules process = standard(name);
    List<Mask> wires = process.masks().stream().filter(m -> m.purpose().isWire()).toList();
    assertThat(wires).isNotEmpty();
    for (Mask wire : wires) {
      assertThat(wire.sheetOhms()).as("%s", wire).isPresent();
      assertThat(process.rules(Rule.Width.class)).anyMatch(r -> r.layer().equals(wire.name()));
      assertThat(process.rules(Rule.Space.class)).anyMatch(r -> r.layer().equals(wire.name()));
      assertThat(process.connections()).anyMatch(c -> c.layers().contains(wire.name()));
    }
    assertThat(process.devices()).isNotEmpty();
  }

  @Test
  void numbersAreDatabaseUnits() {
    ProcessRules rom = standard("rom130");
    assertThat(rom.nanometresPerDbu()).isEqualTo(1);
    assertThat(rom.grid()).isEqualTo(5);
    assertThat(rom.mask("met1"))
        .isEqualTo(
            new Mask(
                "met1",
                68,
                20,
                OptionalInt.of(5),
                OptionalInt.of(16),
                Purpose.CONDUCTOR,
                OptionalDouble.of(0.125)));
    String pdk = "SkyWater SKY130 PDK rules ";
    assertThat(rom.rules())
        .contains(
            new Rule.Width("met1", 140, Rule.Curves.NONE, pdk + "m1.1"),
            new Rule.Area("met1", 83_000, pdk + "m1.6"),
            new Rule.Size("via", 150, pdk + "via.1a"),
            new Rule.Angles("met1", 45, OptionalDouble.empty(), "met1.angles"),
            new Rule.Rectangle("via", OptionalDouble.empty(), "via.form"),
            new Rule.Extension("poly", "diff", 130, pdk + "poly.8"),
            new Rule.Enclosure(
                "via", "met1", 55, OptionalLong.of(85), false, pdk + "via.4a; " + pdk + "via.5a"));
    assertThat(rom.rules(Rule.WideSpace.class)).extracting(Rule.WideSpace::wide).contains(3000L);
    Rule.Density density = rom.rules(Rule.Density.class).get(0);
    assertThat(density.least()).isEqualTo(0.3);
    assertThat(density.most()).isEqualTo(0.77);
    assertThat(density.window()).isEqualTo(50_000);
    assertThat(density.step()).isEqualTo(25_000);
  }

  @Test
  void aPadIsAsLargeAsTheRulesWantIt() {
    assertThat(standard("rom130").connections())
        .contains(
            new Connection.Cut("via", "via", "met1", "met2", OptionalDouble.of(4.5), 260, 260),
            new Connection.Cut("via4", "via4", "met4", "met5", OptionalDouble.of(0.38), 1180, 2000),
            new Connection.Touch("tap", "nwell"));
  }

  @Test
  void cutsThatEndOnSeveralLayersNeedNotLieInAll() {
    List<Rule.Enclosure> rules = standard("rom130").rules(Rule.Enclosure.class);
    assertThat(rules)
        .filteredOn(r -> r.first().equals("licon1") && !r.second().equals("npc"))
        .allMatch(r -> r.isOnlyTouching() == !r.second().equals("li1"))
        .hasSize(6);
  }

  @Test
  void aViaInTheMemoryLayerIsADevice() {
    ProcessRules reram = standard("reram130");
    assertThat(reram.devices())
        .contains(
            new DeviceRule(
                "reram",
                "memory",
                "via",
                List.of("reram"),
                List.of(),
                List.of("met1", "met2"),
                OptionalDouble.empty()));
    assertThat(reram.rules())
        .contains(
            new Rule.Rectangle("reram", OptionalDouble.of(20), "reram.form"),
            new Rule.Partner("reram", "via", "reram_via"));
    assertThat(standard("rom130").masks()).noneMatch(m -> m.name().equals("reram"));
  }

  @Test
  void curvesAreJudgedWithSlack() {
    ProcessRules soi = standard("soi220");
    assertThat(soi.rules())
        .contains(
            new Rule.Width("si", 70, new Rule.Curves(1, 80), "SiEPIC EBeam DRC, Si_width"),
            new Rule.Space("heater", 3000, new Rule.Curves(1, 90), "SiEPIC EBeam DRC, M1_space"),
            new Rule.Overlap("router", "heater", 3000, "SiEPIC EBeam DRC, M2_M1_overlap"));
    assertThat(soi.rules(Rule.Angles.class)).extracting(Rule.Angles::step).contains(0, 90);
    assertThat(soi.connections()).contains(new Connection.Touch("router", "heater"));
  }

  @Test
  void lengthsBetweenDatabaseUnitsAreAllReported() {
    assertThatThrownBy(
            () ->
                own(
                    """
                    technology t : std.tech.rom130 {
                      layer met1 { width = 0.1405 um assumed "a test" }
                      separation poly_tap { distance = 0.05001 um assumed "a test" }
                    }
                    """))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e ->
                assertThat(e.diagnostics())
                    .extracting(d -> d.code().id() + " " + d.message())
                    .containsExactly(
                        "PNN4044 `layer.met1.width` is 140.5 nm, no multiple of the database unit 1 nm",
                        "PNN4044 `separation.poly_tap.distance` is 50.01 nm, no multiple of the"
                            + " database unit 1 nm"));
  }

  /** The library's schemas refuse such numbers before; one's own need not. */
  @Test
  void numbersThatNoRuleCanHaveAreAllReported() {
    assertThatThrownBy(
            () ->
                own(
                    """
                    schema process {
                      grid: nm in 0 nm .. 1 m
                      dbu: nm in 0 nm .. 1 m
                      each layer {
                        number: int in 0 .. 65535
                        datatype: int in 0 .. 65535
                        purpose: {conductor, cut}
                        max_width: um in -1 m .. 10 m = none
                        area: um^2 in -1 m^2 .. 1 m^2 = none
                        density: range % in -100 % .. 200 % = none
                        window: um in 0 um .. 1 m = none
                        form: {any, rectangle} = any
                        aspect: real in 0 .. 1e6 = none
                        angles: {rectilinear, diagonal, any} = any
                        corner: deg in 0 deg .. 360 deg = none
                      }
                    }
                    technology t : process {
                      grid = 0 nm
                      dbu = 0.01 nm
                      layer a {
                        number = 1; datatype = 0; purpose = conductor
                        max_width = 30 mm; area = 0.5 m^2
                        density = 20 % .. 130 %; window = 0 um
                        form = rectangle; aspect = 0.5; corner = 200 deg
                      }
                      layer b { number = 2; datatype = 0; purpose = conductor; max_width = -1 um }
                    }
                    """))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e -> {
              assertThat(e.diagnostics()).allMatch(d -> d.code() == DiagnosticCode.RULE_NUMBER);
              assertThat(e.diagnostics())
                  .allMatch(d -> d.place().orElseThrow() instanceof Place.TextSpan);
              assertThat(e.diagnostics())
                  .extracting(d -> d.message())
                  .containsExactly(
                      "`grid` is 0 um; a rule takes 1 to 2147483647 database units of 10 pm",
                      "`layer.a.max_width` is 30 mm; a rule takes 0 to 2147483647 database units of 10 pm",
                      "`layer.a.area` is 500000 mm^2; a rule takes 0 to less than 9223372036854775807"
                          + " square database units of 10 pm",
                      "`layer.a.window` is 0 um; a rule takes 1 to 2147483647 database units of 10 pm",
                      "`layer.a.density` is 20 % .. 130 %; a rule takes two shares of 0 % to 100 %, the"
                          + " least first",
                      "`layer.a.aspect` is 0.5; a rule takes 1 to 2147483647",
                      "`layer.a.corner` is 200 deg; a rule takes 0 to 180 deg",
                      "`layer.b.max_width` is -1 um; a rule takes 0 to 2147483647 database units of"
                          + " 10 pm");
            });
  }

  @Test
  void arraysOfCutsHaveASpaceOfTheirOwn() {
    assertThat(standard("fefet28").rules(Rule.ArraySpace.class))
        .extracting(Rule.ArraySpace::layer, Rule.ArraySpace::from, Rule.ArraySpace::least)
        .contains(tuple("via", 3, 80L));
  }
}
